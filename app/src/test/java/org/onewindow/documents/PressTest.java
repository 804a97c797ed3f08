package org.onewindow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.onewindow.documents.press.Press;
import org.onewindow.kernel.CentreTime;

/** Papers as their readers get them. Writes each to target/gallery, to be looked at. */
class PressTest {

    static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final Press PRESS = new Press(TIME, 2, Duration.ofSeconds(60));

    private static byte[] set(DocumentModel model, Paper paper, String name) {
        DocumentKind kind = DocumentKind.of(model);
        byte[] pdf = PRESS.set(kind, kind.templateVersion(), model, paper);
        try {
            Path gallery = Files.createDirectories(Path.of("target", "gallery"));
            Files.write(gallery.resolve(name + ".pdf"), pdf);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return pdf;
    }

    @Test
    void a_receipt_on_a4_says_what_was_handed_in_and_what_happens_next() {
        PaperText paper = PaperText.of(set(ExamplePapers.aReceipt(), Paper.A4, "receipt"));
        assertThat(paper.run())
                .contains("收件回执")
                .contains("欧阳𠮷䶮")
                .contains("990101-20261123-00000017-5")
                .contains("食品安全规章制度")
                .contains("2026年11月30日")
                .contains("K7QM-4TXW-9A")
                .contains("2026年11月23日9时05分");
        assertThat(paper.missing()).isZero();
        assertThat(paper.notEmbedded()).isEmpty();
    }

    @Test
    void a_receipt_on_the_roll_is_80_mm_wide_and_as_long_as_its_text() {
        PaperText paper = PaperText.of(set(ExamplePapers.aReceipt(), Paper.ROLL_80MM, "receipt-80mm"));
        assertThat(paper.run()).contains("欧阳𠮷䶮").contains("K7QM-4TXW-9A");
        assertThat(paper.pages()).hasSize(1);
        assertThat(paper.widths().getFirst()).isBetween(226f, 227.5f);
        assertThat(paper.heights().getFirst()).isBetween(300f, 900f);
    }
}
