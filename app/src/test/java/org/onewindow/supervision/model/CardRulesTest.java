package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.CardCommand;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;

/** What may be done with a card, and every reason why not (S3, S4). */
class CardRulesTest {

    private static final Instant RAISED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant EXPLAIN_BY = Instant.parse("2026-03-05T09:00:00Z");
    private static final CardCommand.Find REMINDED =
            new CardCommand.Find(true, List.of(Outcome.REMINDER), null, "无正当理由");

    private Instant now = Instant.parse("2026-03-03T01:00:00Z");
    private String actor = "supervisor";
    private @Nullable String foundBy;
    private @Nullable Instant appealBy;
    private CardFile card = raised(Colour.RED);

    @Test
    void S3_nothing_is_found_before_the_explanation_or_its_limit() {
        assertThat(refused(REMINDED)).containsExactly("card.find-early");

        now = EXPLAIN_BY;
        assertThat(refused(REMINDED)).as("the last instant is still in time").containsExactly("card.find-early");
        now = EXPLAIN_BY.plusNanos(1_000);
        assertThat(refused(REMINDED)).isEmpty();
    }

    @Test
    void S3_an_explained_card_is_found_at_once_and_takes_the_colours_points_unless_others_are_given() {
        does(new CardCommand.Explain("外出培训"));
        assertThat(card.state()).isEqualTo(CardState.EXPLAINED);
        assertThat(refused(new CardCommand.Explain("再说明"))).containsExactly("card.explain-state");

        does(REMINDED);

        assertThat(card.state()).isEqualTo(CardState.FOUND);
        assertThat(card.points()).isEqualTo(10);
    }

    @Test
    void S3_a_finding_says_all_that_is_wrong_with_it() {
        does(new CardCommand.Explain("外出培训"));

        assertThat(refused(new CardCommand.Find(true, List.of(Outcome.NONE), 101, " ")))
                .containsExactly("card.outcome", "card.points", "card.reason");
        assertThat(refused(new CardCommand.Find(false, List.of(Outcome.ADMONITION), 5, "r")))
                .containsExactly("card.no-outcome", "card.no-points");
        does(new CardCommand.Find(false, List.of(), null, "停电"));
        assertThat(card.points()).isZero();
    }

    @Test
    void S3_a_warning_holds_nobody_to_account() {
        card = raised(Colour.WARNING);

        assertThat(refused(new CardCommand.Explain("x"))).containsExactly("card.warning");
        assertThat(refused(REMINDED)).contains("card.warning");
    }

    @Test
    void S3_nobody_judges_their_own_card() {
        actor = "reviewer.bm01";
        now = EXPLAIN_BY.plusSeconds(1);

        assertThat(refused(REMINDED)).containsExactly("card.own");
        assertThat(refused(new CardCommand.Lift("r", "e"))).containsExactly("card.own");
    }

    @Test
    void S4_lifting_needs_reason_and_evidence_and_happens_once() {
        assertThat(refused(new CardCommand.Lift(null, " "))).containsExactly("card.lift-reason", "card.lift-evidence");
        does(new CardCommand.Lift("系统停机", "停机记录 3"));

        assertThat(card.state()).isEqualTo(CardState.LIFTED);
        assertThat(card.points()).isZero();
        assertThat(refused(new CardCommand.Lift("r", "e"))).containsExactly("card.lifted");
    }

    @Test
    void S4_a_finding_is_appealed_once_in_time_and_decided_by_somebody_else() {
        does(new CardCommand.Explain("外出培训"));
        does(REMINDED);
        foundBy = "supervisor";
        Instant last = now.plusSeconds(60);
        appealBy = last;

        now = last.plusNanos(1_000);
        assertThat(refused(new CardCommand.Appeal("r"))).containsExactly("card.appeal-late");
        now = last;
        does(new CardCommand.Appeal("已请假"));
        assertThat(refused(new CardCommand.DecideAppeal(true, "r"))).containsExactly("card.found-by-you");
        actor = "leader";
        does(new CardCommand.DecideAppeal(false, "未交接"));
        assertThat(card.state()).isEqualTo(CardState.FOUND);
        assertThat(refused(new CardCommand.Appeal("再申诉"))).containsExactly("card.appealed");
    }

    @Test
    void S4_an_appeal_that_is_granted_lifts_the_card() {
        does(new CardCommand.Explain("外出培训"));
        does(REMINDED);
        does(new CardCommand.Appeal("已请假"));
        does(new CardCommand.DecideAppeal(true, "属实"));

        assertThat(card.state()).isEqualTo(CardState.LIFTED);
        assertThat(card.points()).isZero();
    }

    private void does(CardCommand command) {
        CardRules.Verdict verdict = decide(command);
        assertThat(verdict.refusals()).isEmpty();
        card = card.after(Objects.requireNonNull(verdict.event()));
    }

    private List<String> refused(CardCommand command) {
        return decide(command).refusals().stream().map(Refusal::key).toList();
    }

    private CardRules.Verdict decide(CardCommand command) {
        return CardRules.decide(card, command, new CardRules.Context(actor, now, foundBy, appealBy));
    }

    private static CardFile raised(Colour colour) {
        CardEvent.Raised event = new CardEvent.Raised(
                colour,
                "S1",
                "CN/0",
                7,
                7L,
                "990101-20260209-00000001-0",
                2,
                "BM01",
                "A03",
                "COMMITTED",
                "",
                RAISED.minusSeconds(1),
                RAISED,
                "S2",
                "REVIEWER",
                "reviewer.bm01",
                colour == Colour.WARNING ? null : EXPLAIN_BY,
                colour == Colour.RED ? 10 : 0,
                false);
        return CardFile.raised(1, event, RAISED, RAISED);
    }
}
