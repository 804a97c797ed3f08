package org.onewindow.feedback.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.journal.StateWrite;
import org.onewindow.testing.TestDatabase;

/** Which consultations supervision still has to hear of (S1, S2). */
class ConsultationStoreTest {

    private static final Instant ASKED = Instant.parse("2026-02-10T02:00:00Z");
    private static final Instant DUE = Instant.parse("2026-02-11T09:00:00Z");

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final ConsultationStore store = new ConsultationStore(database.jdbc());

    @Test
    void S2_an_answer_that_came_late_while_nobody_looked_is_still_late_and_one_in_time_never_is() {
        asked(1, null);
        asked(2, DUE);
        asked(3, DUE.plusSeconds(1));

        assertThat(store.due(DUE.plusSeconds(60), 10))
                .extracting(Consultation::id)
                .containsExactly(1L, 3L);
        assertThat(store.unnoticed(10)).hasSize(2);

        store.unanswered(List.of(1L, 3L));

        assertThat(store.due(DUE.plusSeconds(60), 10)).as("each once").isEmpty();
    }

    @Test
    void S2_what_is_late_is_found_among_all_that_was_ever_answered_by_the_index_of_what_is_to_be_noticed() {
        database.jdbc().sql("""
                        insert into feedback.consultation (id, centre, asked_at, window_number, handler, question, answer,
                            days, due_at, told, answered_by, answered_at)
                        select n, 1, now(), 'A03', 'clerk.a03', '?', '!', 1, now() + interval '1 day', 'WINDOW', 'clerk.a03',
                            now() from generate_series(1, 20000) n""").update();
        database.ownerJdbc().sql("analyze feedback.consultation").update();

        String plan = database.jdbc().sql("""
                        explain select from feedback.consultation
                        where not unanswered and (answered_at is null or answered_at > due_at) and due_at < now()
                        order by due_at, id limit 500""").query(String.class).list().toString();

        assertThat(plan).contains("consultation_due").doesNotContain("Seq Scan");
    }

    private void asked(long id, @Nullable Instant answeredAt) {
        Consultation consultation = new Consultation(
                id,
                1,
                ASKED,
                "A03",
                null,
                "clerk.a03",
                null,
                null,
                null,
                "?",
                answeredAt == null ? null : new Given("!", Told.WINDOW, "clerk.a03", answeredAt),
                null,
                1,
                List.of(new Inquiry("BM01", null, "clerk.a03", ASKED, null)));
        StateWrite insertion = store.insertion(consultation, DUE);
        database.jdbc().sql(insertion.sql()).params(insertion.parameters()).update();
    }
}
