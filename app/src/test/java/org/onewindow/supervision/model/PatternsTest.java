package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.PatternKind;
import org.onewindow.supervision.PatternThresholds;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;
import org.onewindow.supervision.model.Patterns.Sighting;

/** S7: each of the ten patterns, just reached and just not. */
class PatternsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), SHANGHAI);

    private final Patterns rules = new Patterns(PatternThresholds.SHIPPED, NoticeFile.shippedEdition(), TIME);

    @Test
    void S7_a_suspension_within_a_day_of_the_limit_is_shown_and_one_in_good_time_is_not() {
        assertThat(rules.suspendedNearLimit(
                        aDeed(Kind.SUSPENDED, "2026-02-25T10:00").left(480).made()))
                .get()
                .extracting(Sighting::pattern)
                .isEqualTo(PatternKind.SUSPENDED_NEAR_LIMIT);
        assertThat(rules.suspendedNearLimit(
                        aDeed(Kind.SUSPENDED, "2026-02-25T10:00").left(-30).made()))
                .as("after the limit all the more")
                .isPresent();
        assertThat(rules.suspendedNearLimit(
                        aDeed(Kind.SUSPENDED, "2026-02-25T10:00").left(481).made()))
                .isEmpty();
        assertThat(rules.suspendedNearLimit(
                        aDeed(Kind.SUSPENDED, "2026-02-25T10:00").made()))
                .as("no limit that runs")
                .isEmpty();
    }

    @Test
    void S7_accepted_days_after_all_was_there_and_decided_within_the_hour_is_shown() {
        Deed received = aDeed(Kind.RECEIVED, "2026-02-09T10:00").version(1).made();
        Deed accepted = aDeed(Kind.ACCEPTED, "2026-02-12T16:00").version(2).made();
        Deed decided = aDeed(Kind.DECIDED, "2026-02-12T16:50").version(3).made();
        Deed later = aDeed(Kind.DECIDED, "2026-02-13T10:00").version(3).made();

        assertThat(rules.acceptedWhenReady(decided, List.of(received, accepted, decided)))
                .get()
                .extracting(sighting -> sighting.evidence().size())
                .isEqualTo(3);
        assertThat(rules.acceptedWhenReady(later, List.of(received, accepted, later)))
                .as("an hour of business was left on the 12th, and one passed on the 13th")
                .isEmpty();
        Deed supplemented =
                aDeed(Kind.SUPPLEMENTED, "2026-02-12T09:30").version(2).made();
        Deed then = aDeed(Kind.ACCEPTED, "2026-02-12T16:00").version(3).made();
        Deed end = aDeed(Kind.DECIDED, "2026-02-12T16:50").version(4).made();
        assertThat(rules.acceptedWhenReady(end, List.of(received, supplemented, then, end)))
                .as("waiting for the applicant's papers isn't waiting")
                .isEmpty();
        Deed byLaw = aDeed(Kind.ACCEPTED, "2026-02-12T16:00")
                .version(2)
                .mark(Mark.DEEMED)
                .made();
        assertThat(rules.acceptedWhenReady(decided, List.of(received, byLaw, decided)))
                .as("the law accepted it, which has its own red card")
                .isEmpty();
    }

    @Test
    void S7_five_evaluations_at_one_window_within_ten_minutes_are_shown_once_with_all_that_follow_as_closely() {
        List<Deed> close = evaluations(0, 2, 4, 6, 10, 12);
        assertThat(rules.evaluatedInSequence(close))
                .singleElement()
                .extracting(sighting -> sighting.evidence().size())
                .isEqualTo(6);
        assertThat(rules.evaluatedInSequence(evaluations(0, 3, 6, 9))).isEmpty();
        assertThat(rules.evaluatedInSequence(evaluations(0, 3, 6, 9, 11)))
                .as("five, but the fifth a minute too late")
                .isEmpty();
        assertThat(rules.evaluatedInSequence(evaluations(0, 30, 32, 34, 36, 38)))
                .singleElement()
                .extracting(sighting -> sighting.evidence().size())
                .isEqualTo(5);
    }

    private static List<Deed> evaluations(int... minutes) {
        return IntStream.of(minutes)
                .mapToObj(minute ->
                        aDeed(
                                        Kind.EVALUATED,
                                        LocalDateTime.parse("2026-02-10T10:00")
                                                .plusMinutes(minute)
                                                .toString())
                                .stream(100 + minute)
                                .made())
                .toList();
    }

    @Test
    void S7_a_case_put_right_or_voided_after_its_completion_is_shown_and_one_put_right_before_is_not() {
        assertThat(rules.reopened(aDeed(Kind.CORRECTED, "2026-02-10T10:00")
                        .mark(Mark.AFTER_COMPLETION)
                        .made()))
                .isPresent();
        assertThat(rules.reopened(aDeed(Kind.VOIDED, "2026-02-10T10:00")
                        .mark(Mark.AFTER_COMPLETION)
                        .made()))
                .isPresent();
        assertThat(rules.reopened(aDeed(Kind.CORRECTED, "2026-02-10T10:00").made()))
                .isEmpty();
    }

    @Test
    void S7_a_receipt_dated_more_than_half_an_hour_before_it_was_recorded_is_shown() {
        assertThat(rules.backdated(aDeed(Kind.RECEIVED, "2026-02-10T10:00")
                        .recorded("2026-02-10T10:31")
                        .made()))
                .isPresent();
        assertThat(rules.backdated(aDeed(Kind.RECEIVED, "2026-02-10T10:00")
                        .recorded("2026-02-10T10:30")
                        .made()))
                .isEmpty();
        assertThat(rules.backdated(aDeed(Kind.COMPLETED, "2026-02-10T10:00")
                        .recorded("2026-02-11T10:00")
                        .made()))
                .as("only receipts start a limit")
                .isEmpty();
    }

    @Test
    void S7_materials_the_version_does_not_list_are_shown() {
        assertThat(rules.unlistedMaterials(aDeed(Kind.SUPPLEMENT_REQUESTED, "2026-02-10T10:00")
                        .mark(Mark.UNLISTED)
                        .made()))
                .isPresent();
        assertThat(rules.unlistedMaterials(
                        aDeed(Kind.SUPPLEMENT_REQUESTED, "2026-02-10T10:00").made()))
                .isEmpty();
    }

    @Test
    void S7_a_filing_that_takes_days_or_is_suspended_or_refused_is_handled_like_an_approval() {
        Deed slow =
                aDeed(Kind.COMPLETED, "2026-02-12T10:00").version(3).used(2, 5).made();
        Deed quick =
                aDeed(Kind.COMPLETED, "2026-02-12T10:00").version(3).used(1, 5).made();
        Deed suspended = aDeed(Kind.SUSPENDED, "2026-02-11T10:00").version(2).made();

        assertThat(rules.filingLikeApproval(slow, List.of(slow), "仅销售预包装食品备案")).isPresent();
        assertThat(rules.filingLikeApproval(quick, List.of(quick), "仅销售预包装食品备案"))
                .isEmpty();
        assertThat(rules.filingLikeApproval(quick, List.of(suspended, quick), "仅销售预包装食品备案"))
                .isPresent();
        assertThat(rules.filingLikeApproval(slow, List.of(slow), "食品经营许可（新办）")).isEmpty();
    }

    @Test
    void S7_a_window_of_whose_ten_cases_seven_are_decided_elsewhere_is_shown() {
        assertThat(rules.decidedElsewhere(decisions(3, 7))).get().satisfies(sighting -> {
            assertThat(sighting.subject()).isEqualTo("A03");
            assertThat(sighting.among()).isEqualTo(10);
            assertThat(sighting.evidence()).hasSize(7);
        });
        assertThat(rules.decidedElsewhere(decisions(4, 6))).isEmpty();
        assertThat(rules.decidedElsewhere(decisions(0, 9))).as("too few to say").isEmpty();
    }

    private static List<Deed> decisions(int here, int elsewhere) {
        List<Deed> decisions = new ArrayList<>();
        for (int i = 0; i < here; i++) {
            decisions.add(aDeed(Kind.DECIDED, "2026-02-10T10:00").stream(i)
                    .post("APPROVER")
                    .made());
        }
        for (int i = 0; i < elsewhere; i++) {
            boolean above = i % 2 == 0;
            decisions.add(aDeed(above ? Kind.RESULT_RECORDED : Kind.DECIDED, "2026-02-10T10:00").stream(100 + i)
                    .post(above ? "REVIEWER" : "LEADER")
                    .made());
        }
        return decisions;
    }

    @Test
    void S7_one_matter_received_again_while_the_first_is_open_or_withdrawn_is_shown_and_a_lawful_resubmission_is_not() {
        Deed first =
                aDeed(Kind.RECEIVED, "2026-02-09T10:00").stream(1).applicant(7).made();
        Deed again =
                aDeed(Kind.RECEIVED, "2026-02-12T10:00").stream(2).applicant(7).made();

        assertThat(rules.receivedTwice(again, first, List.of(first))).isPresent();
        assertThat(rules.receivedTwice(again, first, List.of(first, ended(Kind.WITHDRAWN))))
                .isPresent();
        for (Kind lawful : List.of(Kind.COMPLETED, Kind.NOT_ACCEPTED, Kind.RETURNED, Kind.TERMINATED, Kind.VOIDED)) {
            assertThat(rules.receivedTwice(again, first, List.of(first, ended(lawful))))
                    .as("%s", lawful)
                    .isEmpty();
        }
        Deed other =
                aDeed(Kind.RECEIVED, "2026-02-09T10:00").stream(1).applicant(8).made();
        assertThat(rules.receivedTwice(again, other, List.of(other))).isEmpty();
        Deed longAgo =
                aDeed(Kind.RECEIVED, "2026-01-09T10:00").stream(1).applicant(7).made();
        assertThat(rules.receivedTwice(again, longAgo, List.of(longAgo))).isEmpty();
    }

    private static Deed ended(Kind kind) {
        return aDeed(kind, "2026-02-11T10:00").stream(1).version(2).made();
    }

    @Test
    void S7_six_of_ten_cases_of_one_person_completed_in_the_last_four_hours_are_shown() {
        assertThat(rules.clusteredBeforeLimit(completions(6, 4))).get().satisfies(sighting -> {
            assertThat(sighting.subject()).isEqualTo("clerk.a03");
            assertThat(sighting.evidence()).hasSize(6);
            assertThat(sighting.among()).isEqualTo(10);
        });
        assertThat(rules.clusteredBeforeLimit(completions(6, 5)))
                .as("fewer than six in ten")
                .isEmpty();
        assertThat(rules.clusteredBeforeLimit(completions(5, 0))).as("too few").isEmpty();
        List<Deed> onTheSpot = IntStream.range(0, 20)
                .mapToObj(i -> aDeed(Kind.COMPLETED, "2026-02-10T16:00").stream(i)
                        .left(60)
                        .used(0, 0)
                        .made())
                .toList();
        assertThat(rules.clusteredBeforeLimit(onTheSpot))
                .as("what is done on the spot is always near its limit")
                .isEmpty();
    }

    private static List<Deed> completions(int near, int early) {
        List<Deed> completions = new ArrayList<>();
        for (int i = 0; i < near + early; i++) {
            completions.add(aDeed(Kind.COMPLETED, "2026-02-10T16:00").stream(i)
                    .left(i < near ? 240 : 2_000)
                    .used(i < near ? 8 : 3, 8)
                    .made());
        }
        return completions;
    }

    @Test
    void S7_thresholds_that_can_not_be_meant_are_all_refused_at_once() {
        PatternThresholds wrong =
                new PatternThresholds(-1, 0, 60, 1, 0, 0, List.of(" "), 1, 10, 101, 30, 6, 60, 240, 0);

        assertThat(PatternRules.refusals(wrong))
                .hasSize(8)
                .allMatch(refusal -> refusal.rule().equals("S7"));
        assertThat(PatternRules.refusals(PatternThresholds.SHIPPED)).isEmpty();
    }

    private static ADeed aDeed(Kind kind, String wall) {
        return new ADeed(kind, LocalDateTime.parse(wall).atZone(SHANGHAI).toInstant());
    }

    /** A deed of the food licence at window A03, of which one thing is changed at a time. */
    private static final class ADeed {

        private final Kind kind;
        private final Instant at;
        private Mark mark = Mark.NONE;
        private Instant recorded;
        private long stream = 1;
        private int version = 1;
        private long applicant;
        private String post = "CLERK";
        private @Nullable Integer left;
        private @Nullable Integer used;
        private @Nullable Integer promised;

        ADeed(Kind kind, Instant at) {
            this.kind = kind;
            this.at = at;
            this.recorded = at;
        }

        ADeed mark(Mark now) {
            mark = now;
            return this;
        }

        ADeed recorded(String wall) {
            recorded = LocalDateTime.parse(wall).atZone(SHANGHAI).toInstant();
            return this;
        }

        ADeed stream(long now) {
            stream = now;
            return this;
        }

        ADeed version(int now) {
            version = now;
            return this;
        }

        ADeed applicant(long now) {
            applicant = now;
            return this;
        }

        ADeed post(String now) {
            post = now;
            return this;
        }

        ADeed left(int minutes) {
            left = minutes;
            return this;
        }

        ADeed used(int days, int of) {
            used = days;
            promised = of;
            return this;
        }

        Deed made() {
            return new Deed(
                    stream,
                    version,
                    kind,
                    mark,
                    stream,
                    "990101-20260210-00000001-0",
                    "SF0101009",
                    "BM01",
                    "A03",
                    "",
                    applicant,
                    "clerk.a03",
                    post,
                    at,
                    recorded,
                    at,
                    left,
                    used,
                    promised,
                    1);
        }
    }
}
