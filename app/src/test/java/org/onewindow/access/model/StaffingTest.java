package org.onewindow.access.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.Power;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;

/** K10: which powers over which items somebody has, from when to when; C14: who holds which post. */
class StaffingTest {

    private static final String FOOD = "SF0101009";
    private static final String COMPANY = "SF0101001";
    private static final LocalDate MON_2026_02_09 = LocalDate.of(2026, 2, 9);
    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate WED_2026_02_11 = LocalDate.of(2026, 2, 11);

    private static final Post CLERK_A03 = new Post(Role.CLERK, null, "A03", null);
    private static final Post APPROVER_BM01 = new Post(Role.APPROVER, "BM01", null, null);

    private static Staffing.Member aMember(String name, boolean disabled, Post... posts) {
        return new Staffing.Member(name, name, null, 1, 1, disabled, null, List.of(posts));
    }

    private static Actor anActor(String name, Post... posts) {
        return new Actor(Actor.Kind.STAFF, name, name, List.of(posts));
    }

    private static AuthorityLetter aLetter(
            @Nullable String holder, @Nullable String window, Power power, LocalDate from, @Nullable LocalDate until) {
        return new AuthorityLetter(holder, window, FOOD, power, from, until);
    }

    private static Staffing with(AuthorityLetter... letters) {
        return new Staffing(List.of(), List.of(letters), List.of());
    }

    @Test
    void K10_a_clerk_accepts_what_the_window_has_authority_for_and_nothing_else() {
        Staffing staffing = with(aLetter(null, "A03", Power.ACCEPT, MON_2026_02_09, null));
        Actor clerk = anActor("clerk.a03", CLERK_A03);
        assertThat(staffing.mayAccept(clerk, FOOD, "A03", TUE_2026_02_10)).isTrue();
        assertThat(staffing.mayAccept(clerk, COMPANY, "A03", TUE_2026_02_10)).isFalse();
        assertThat(staffing.mayAccept(clerk, FOOD, "A02", TUE_2026_02_10)).isFalse();
        assertThat(staffing.mayDecide(clerk, FOOD, "BM01", TUE_2026_02_10)).isFalse();
    }

    @Test
    void K10_a_letter_holds_from_its_first_to_its_last_day_both_included() {
        Staffing staffing = with(aLetter("wang", null, Power.DECIDE, TUE_2026_02_10, TUE_2026_02_10));
        Actor wang = anActor("wang", APPROVER_BM01);
        assertThat(staffing.mayDecide(wang, FOOD, "BM01", MON_2026_02_09)).isFalse();
        assertThat(staffing.mayDecide(wang, FOOD, "BM01", TUE_2026_02_10)).isTrue();
        assertThat(staffing.mayDecide(wang, FOOD, "BM01", WED_2026_02_11)).isFalse();
    }

    @Test
    void K10_a_letter_is_worth_nothing_without_the_post_and_a_post_nothing_without_the_letter() {
        Staffing staffing = with(aLetter("wang", null, Power.DECIDE, MON_2026_02_09, null));
        assertThat(staffing.mayDecide(anActor("wang"), FOOD, "BM01", TUE_2026_02_10))
                .isFalse();
        assertThat(staffing.mayDecide(anActor("li", APPROVER_BM01), FOOD, "BM01", TUE_2026_02_10))
                .isFalse();
        assertThat(staffing.mayDecide(anActor("wang", APPROVER_BM01), FOOD, "BM03", TUE_2026_02_10))
                .isFalse();
    }

    @Test
    void K10_powers_are_separate() {
        Staffing staffing = with(aLetter("wang", null, Power.DECIDE, MON_2026_02_09, null));
        assertThat(staffing.maySeal(anActor("wang", APPROVER_BM01), FOOD, "BM01", TUE_2026_02_10))
                .isFalse();
    }

    @Test
    void K10_a_clerk_decides_on_the_spot_where_the_window_may() {
        Staffing staffing = with(aLetter(null, "A03", Power.DECIDE, MON_2026_02_09, null));
        assertThat(staffing.mayDecide(anActor("clerk.a03", CLERK_A03), FOOD, "BM01", TUE_2026_02_10))
                .isTrue();
    }

    @Test
    void a_leader_and_an_agent_act_for_their_own_government_and_need_no_letter() {
        Staffing staffing = with();
        Actor leader = anActor("leader", new Post(Role.LEADER, null, null, null));
        Actor agent = anActor("agent.990101100", new Post(Role.AGENT, null, null, "990101100"));
        assertThat(staffing.mayDecide(leader, FOOD, "BM01", TUE_2026_02_10)).isTrue();
        assertThat(staffing.mayAccept(agent, FOOD, null, TUE_2026_02_10)).isTrue();
        assertThat(staffing.mayAccept(anActor("clerk.a03", CLERK_A03), FOOD, null, TUE_2026_02_10))
                .isFalse();
    }

    @Test
    void C14_the_disabled_hold_nothing_but_keep_their_names() {
        Staffing staffing = new Staffing(
                List.of(aMember("wang", true, APPROVER_BM01), aMember("li", false, APPROVER_BM01, CLERK_A03)),
                List.of(),
                List.of());
        assertThat(staffing.actor("wang")).isEmpty();
        assertThat(staffing.member("wang")).isPresent();
        assertThat(staffing.holders(Role.APPROVER, "BM01"))
                .extracting(Staffing.Member::userName)
                .containsExactly("li");
        assertThat(staffing.holders(Role.CLERK, "A03"))
                .extracting(Staffing.Member::userName)
                .containsExactly("li");
        assertThat(staffing.holders(Role.CLERK, "A02")).isEmpty();
    }
}
