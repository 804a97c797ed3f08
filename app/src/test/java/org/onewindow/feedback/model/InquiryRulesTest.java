package org.onewindow.feedback.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.Consultation.Reply;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Refusal;

/** What may be done with a question that wasn't answered at once, and until when (C1a, T11). */
class InquiryRulesTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));

    /** The Friday before a Saturday that is worked, before the nine days of Spring Festival. */
    private static final Instant FRI_2026_02_13_1000 = Instant.parse("2026-02-13T02:00:00Z");

    private static final Instant SAT_2026_02_14_1000 = Instant.parse("2026-02-14T02:00:00Z");

    private static Consultation passedTo(@Nullable String... bodies) {
        return with(
                null,
                Arrays.stream(bodies)
                        .map(body -> new Inquiry(body, null, "clerk.a03", FRI_2026_02_13_1000, null))
                        .toList());
    }

    private static Consultation with(@Nullable Given answer, List<Inquiry> inquiries) {
        return new Consultation(
                7, 1, FRI_2026_02_13_1000, "A03", null, "clerk.a03", null, null, null, "问", answer, null, 1, inquiries);
    }

    private static Consultation answered() {
        return with(
                new Given("答", Told.WINDOW, "clerk.a03", FRI_2026_02_13_1000),
                passedTo("BM01").inquiries());
    }

    private static List<@Nullable String> bodies(@Nullable String... bodies) {
        List<@Nullable String> all = new ArrayList<>();
        for (String body : bodies) {
            all.add(body);
        }
        return all;
    }

    private static List<String> keys(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::key).toList();
    }

    @Test
    void T11_the_day_of_asking_is_not_counted_and_a_saturday_that_is_worked_is() {
        assertThat(InquiryRules.dueAt(FRI_2026_02_13_1000, 1, CN, TIME))
                .as("close of business on the Saturday before Spring Festival")
                .isEqualTo("2026-02-14T09:00:00Z");
    }

    @Test
    void T11_what_is_asked_before_a_holiday_is_answered_on_the_first_working_day_after_it() {
        assertThat(InquiryRules.dueAt(SAT_2026_02_14_1000, 1, CN, TIME)).isEqualTo("2026-02-24T09:00:00Z");
    }

    @Test
    void T11_a_region_may_give_more_days() {
        assertThat(InquiryRules.dueAt(FRI_2026_02_13_1000, 2, CN, TIME)).isEqualTo("2026-02-24T09:00:00Z");
    }

    @Test
    void C1a_each_body_is_asked_once_and_the_leader_too() {
        assertThat(InquiryRules.whyNotPass(passedTo("BM01"), bodies("BM02", null)))
                .isEmpty();
        assertThat(keys(InquiryRules.whyNotPass(passedTo("BM01", null), bodies("BM01", "BM02", null))))
                .containsExactly("consultation.passed", "consultation.escalated");
    }

    @Test
    void C1a_each_body_replies_once() {
        Consultation replied = with(
                null,
                List.of(
                        new Inquiry(
                                "BM01",
                                null,
                                "clerk.a03",
                                FRI_2026_02_13_1000,
                                new Reply("答", "reviewer.bm01", FRI_2026_02_13_1000)),
                        new Inquiry(null, "重大", "clerk.a03", FRI_2026_02_13_1000, null)));

        assertThat(keys(InquiryRules.whyNotReply(replied, "BM01"))).containsExactly("consultation.replied");
        assertThat(InquiryRules.whyNotReply(replied, null)).isEmpty();
    }

    @Test
    void C1a_nothing_is_done_with_what_was_answered() {
        assertThat(keys(InquiryRules.whyNotPass(answered(), bodies("BM02")))).containsExactly("consultation.closed");
        assertThat(keys(InquiryRules.whyNotReply(answered(), "BM01"))).containsExactly("consultation.closed");
        assertThat(keys(InquiryRules.whyNotAnswer(answered(), Told.WINDOW, true)))
                .containsExactly("consultation.closed");
    }

    @Test
    void C1a_the_asker_may_be_answered_before_everybody_replied_but_by_phone_only_where_there_is_one() {
        assertThat(InquiryRules.whyNotAnswer(passedTo("BM01"), Told.POST, false))
                .isEmpty();
        assertThat(InquiryRules.whyNotAnswer(passedTo("BM01"), Told.PHONE, true))
                .isEmpty();
        assertThat(keys(InquiryRules.whyNotAnswer(passedTo("BM01"), Told.PHONE, false)))
                .containsExactly("consultation.no-phone");
    }

    @Test
    void S1_who_was_silent_at_the_limit_answers_for_it_also_where_they_spoke_afterwards_and_nobody_asked_after_it() {
        Instant limit = SAT_2026_02_14_1000;
        Consultation consultation = with(
                null,
                List.of(
                        new Inquiry(
                                "BM01", null, "clerk.a03", FRI_2026_02_13_1000, new Reply("答", "reviewer.bm01", limit)),
                        new Inquiry(
                                "BM02",
                                null,
                                "clerk.a03",
                                FRI_2026_02_13_1000,
                                new Reply("答", "reviewer.bm02", limit.plusSeconds(1))),
                        new Inquiry("BM03", null, "clerk.a03", limit.plusSeconds(1), null)));

        assertThat(consultation.silentAt(limit)).extracting(Inquiry::department).containsExactly("BM02");
    }
}
