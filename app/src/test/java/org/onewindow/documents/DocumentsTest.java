package org.onewindow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.onewindow.documents.press.Press;
import org.onewindow.documents.store.DocumentStore;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;

/** Papers are made when first asked for, then kept; reprints are marked. */
class DocumentsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CentreTime TIME = new CentreTime(
            Clock.fixed(Instant.parse("2026-11-23T01:06:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));
    private static final Press PRESS = new Press(TIME, 2, Duration.ofSeconds(60));

    private final Documents documents = new Documents(theOnly(PRESS), new DocumentStore(DATABASE.jdbc()), TIME);

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void a_paper_is_made_once_and_later_changes_do_not_reach_it() {
        DocumentKey key = aKey("case-1");
        AtomicInteger asked = new AtomicInteger();
        Pdf first = documents.pdf(key, counting(asked), Paper.A4);
        Pdf again = documents.pdf(
                key,
                () -> {
                    throw new AssertionError("the model was asked again");
                },
                Paper.A4);
        assertThat(asked).hasValue(1);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(first.number()).isEqualTo("示市监收〔2026〕000017号");
    }

    @Test
    void C8_the_first_print_is_the_paper_itself_and_every_later_one_is_marked_on_each_page() {
        DocumentKey key = aKey("case-2");
        Pdf first = documents.print(key, ExamplePapers::aReceipt, Paper.A4);
        Pdf second = documents.print(key, ExamplePapers::aReceipt, Paper.A4);
        Pdf third = documents.print(key, ExamplePapers::aReceipt, Paper.ROLL_80MM);
        assertThat(first.copy()).isZero();
        assertThat(PaperText.of(first.bytes()).run()).doesNotContain("补打");
        assertThat(second.copy()).isEqualTo(1);
        assertThat(PaperText.of(second.bytes()).pages()).allMatch(page -> page.contains("复印件（第1次补打）"));
        assertThat(third.copy()).isEqualTo(2);
        assertThat(PaperText.of(third.bytes()).pages()).allMatch(page -> page.contains("复印件（第2次补打）"));
        assertThat(PaperText.of(second.bytes()).notEmbedded()).isEmpty();
    }

    @Test
    void looking_at_a_paper_is_not_printing_it() {
        DocumentKey key = aKey("case-3");
        documents.pdf(key, ExamplePapers::aReceipt, Paper.A4);
        documents.pdf(key, ExamplePapers::aReceipt, Paper.A4);
        assertThat(documents.print(key, ExamplePapers::aReceipt, Paper.A4).copy())
                .isZero();
    }

    @Test
    void V3_kept_papers_about_a_subject_can_be_forgotten() {
        DocumentKey key = aKey("case-6");
        documents.pdf(key, ExamplePapers::aReceipt, Paper.A4);
        documents.pdf(key, ExamplePapers::aReceipt, Paper.ROLL_80MM);
        assertThat(documents.forget(1, "case-6")).isEqualTo(2);
        assertThat(documents.forget(1, "case-6")).isZero();
    }

    @Test
    void numbers_name_authority_kind_year_serial_and_which_of_its_kind() {
        assertThat(DocumentNumbers.of("示政服", DocumentKind.ACCEPTANCE_NOTICE, 2026, 123, 1))
                .isEqualTo("示政服受〔2026〕000123号");
        assertThat(DocumentNumbers.of("示政服", DocumentKind.SUPPLEMENT_NOTICE, 2026, 12345678, 2))
                .isEqualTo("示政服补〔2026〕12345678-2号");
    }

    @Test
    void warming_up_sets_a_paper_that_nobody_sees() {
        new WarmPress(theOnly(PRESS)).warm();
    }

    private static DocumentKey aKey(String subject) {
        return DocumentKey.of(
                1,
                subject,
                DocumentKind.RECEIPT,
                1,
                ExamplePapers.aReceipt().head().number());
    }

    private static Supplier<DocumentModel> counting(AtomicInteger asked) {
        return () -> {
            asked.incrementAndGet();
            return ExamplePapers.aReceipt();
        };
    }

    private static ObjectProvider<Press> theOnly(Press press) {
        return new ObjectProvider<>() {
            @Override
            public Press getObject() {
                return press;
            }
        };
    }
}
