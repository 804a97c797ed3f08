package org.onewindow.cases.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.cases.model.ACase.aCase;
import static org.onewindow.cases.model.ACase.accept;
import static org.onewindow.cases.model.ACase.complete;
import static org.onewindow.cases.model.ACase.grant;
import static org.onewindow.cases.model.ACase.notice;
import static org.onewindow.cases.model.ACase.pass;
import static org.onewindow.catalogue.AnItem.anItem;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.Command.ReminderWay;
import org.onewindow.cases.Command.SpotGround;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.HandlingClass;

/** What the first one asked owes the applicant: why it wasn't done on the spot (C5), and a reminder of what is awaited (C10). */
class FirstInquiryTest {

    private static final Command TO_BE_CHECKED = new Command.ExplainSpot(SpotGround.CHECK_NEEDED, null);
    private static final Command BY_PHONE = new Command.Remind(ReminderWay.PHONE, null);

    private static final ItemVersion IMMEDIATE =
            anItem().with(item -> item.handlingClass = HandlingClass.IMMEDIATE).build();

    private static ACase received(ItemVersion item) {
        return aCase().of(item).at("2026-09-14T10:00").received();
    }

    @Test
    void C5_what_is_accepted_on_the_day_of_receipt_owes_no_reason_and_what_is_left_owes_one_until_it_is_said() {
        assertThat(received(anItem().build()).does(accept()).whyNot(TO_BE_CHECKED))
                .containsExactly("C5 spot.done");

        ACase left = received(anItem().build());
        assertThat(left.whyNot(TO_BE_CHECKED)).as("it may still be done today").containsExactly("C5 spot.today");
        left.at("2026-09-15T10:00").does(accept());
        assertThat(CaseRules.concerns(CaseCommand.NOT_ON_THE_SPOT, left.file(), left.context()))
                .as("the case goes on, the reason is still owed")
                .isTrue();
        left.does(TO_BE_CHECKED);
        assertThat(left.file().notOnTheSpot()).isEqualTo(SpotGround.CHECK_NEEDED);
        assertThat(left.whyNot(TO_BE_CHECKED)).containsExactly("C5 spot.explained");
        assertThat(CaseRules.concerns(CaseCommand.NOT_ON_THE_SPOT, left.file(), left.context()))
                .isFalse();
    }

    @Test
    void C5_a_one_time_notice_on_the_day_is_an_answer_and_acceptance_by_the_law_alone_is_none() {
        assertThat(aCase().with()
                        .at("2026-09-14T10:00")
                        .received()
                        .does(notice("示例经营许可申请书"))
                        .whyNot(TO_BE_CHECKED))
                .containsExactly("C5 spot.done");
        ACase deemed = received(anItem().build()).at("2026-09-22T10:00");
        assertThat(deemed.state()).as("T4").isEqualTo(CaseState.ACCEPTED);
        assertThat(deemed.whyNot(TO_BE_CHECKED)).isEmpty();
    }

    @Test
    void C5_T3_the_law_accepting_at_the_close_of_the_day_itself_is_no_answer_at_the_counter_either() {
        ACase deemed = received(AcceptanceRulesTest.withRule(anItem().build(), AcceptanceRule.ON_THE_SPOT))
                .at("2026-09-15T10:00");
        assertThat(deemed.state()).as("T4").isEqualTo(CaseState.ACCEPTED);
        assertThat(deemed.whyNot(TO_BE_CHECKED)).isEmpty();
    }

    @Test
    void C5_an_immediate_item_is_done_on_the_spot_once_it_is_completed_on_the_day() {
        ACase accepted = received(IMMEDIATE).does(accept());
        assertThat(accepted.whyNot(TO_BE_CHECKED)).containsExactly("C5 spot.today");
        accepted.as(ACase.REVIEWER).does(pass("S2")).as(ACase.APPROVER).does(grant());
        assertThat(accepted.as(ACase.CLERK).does(complete()).whyNot(TO_BE_CHECKED))
                .containsExactly("C5 spot.done");

        assertThat(received(IMMEDIATE).does(accept()).at("2026-09-15T10:00").whyNot(TO_BE_CHECKED))
                .as("accepted isn't completed")
                .isEmpty();
    }

    @Test
    void C5_what_nobody_stood_at_the_counter_for_owes_no_reason() {
        ACase posted =
                aCase().by(Channel.POST).at("2026-09-14T10:00").received().at("2026-09-15T10:00");
        assertThat(posted.whyNot(TO_BE_CHECKED)).containsExactly("C5 spot.done");
    }

    @Test
    void C5_another_reason_is_said_in_words() {
        assertThat(received(anItem().build())
                        .at("2026-09-15T10:00")
                        .whyNot(new Command.ExplainSpot(SpotGround.OTHER, " ")))
                .containsExactly("C5 spot.note");
    }

    @Test
    void C10_there_is_something_to_remind_of_while_papers_are_awaited() {
        ACase asked = received(anItem().build());
        assertThat(asked.whyNot(BY_PHONE)).containsExactly("C10 case.state");
        asked.does(notice(asked.item().materials().getFirst().name())).at("2026-09-24T10:00");
        asked.does(BY_PHONE);
        assertThat(asked.file().remindedAt()).isEqualTo("2026-09-24T02:00:00Z");
        assertThat(received(anItem().build()).does(accept()).whyNot(BY_PHONE)).containsExactly("C10 remind.nothing");
    }

    @Test
    void C10_a_reminder_comes_after_what_it_reminds_of_and_not_in_the_future() {
        ACase asked = received(anItem().build());
        asked.does(notice(asked.item().materials().getFirst().name())).at("2026-09-24T10:00");
        assertThat(asked.whyNot(new Command.Remind(ReminderWay.POST, Instant.parse("2026-09-24T02:00:01Z"))))
                .containsExactly("C10 remind.future");
        assertThat(asked.whyNot(new Command.Remind(ReminderWay.POST, Instant.parse("2026-09-14T01:59:59Z"))))
                .containsExactly("C10 remind.early");
    }

    @Test
    void C10_the_period_ends_the_case_at_the_same_instant_whether_anybody_reminded_or_not() {
        List<Instant> ends = List.of(true, false).stream()
                .map(reminded -> {
                    ACase asked = received(anItem().with(item -> item.endsOnMissingSupplement = "某省办法第十条")
                            .build());
                    asked.does(notice(asked.item().materials().getFirst().name()))
                            .at("2026-09-24T10:00");
                    if (reminded) {
                        asked.does(BY_PHONE);
                    }
                    asked.at("2026-10-20T10:00");
                    assertThat(asked.state()).isEqualTo(CaseState.TERMINATED);
                    return asked.history().getLast().happenedAt();
                })
                .toList();
        assertThat(ends.getFirst()).isEqualTo(ends.getLast());
    }
}
