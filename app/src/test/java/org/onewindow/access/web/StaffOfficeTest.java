package org.onewindow.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.access.Authority;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.NewStaff;
import org.onewindow.access.Power;
import org.onewindow.access.StaffChange;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffOffice;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking staff on, posts and authority, on the demonstration county. */
class StaffOfficeTest extends RunningProgram {

    private static final String PASSWORD = "four words make a sentence";
    private static final LocalDate TUE_2026_02_10 = LocalDate.of(2026, 2, 10);
    private static final LocalDate WED_2026_02_11 = LocalDate.of(2026, 2, 11);
    private static final Post CLERK_A04 = new Post(Role.CLERK, null, "A04", null);

    @Autowired
    private StaffOffice office;

    @Autowired
    private StaffDirectory directory;

    @Autowired
    private Authority authority;

    @Autowired
    private JdbcClient jdbc;

    private Actor actor(String userName) {
        return directory.actor(userName).orElseThrow();
    }

    private void takeOn(String userName, Post... posts) {
        office.takeOn(Actor.SYSTEM, new NewStaff(userName, "测试人员", List.of(posts)), PASSWORD);
    }

    private static String rule(Runnable act) {
        Refused refused = catchThrowableOfType(Refused.class, act::run);
        assertThat(refused).isNotNull();
        return refused.refusals().getFirst().key();
    }

    @Test
    void the_demonstration_has_its_users_all_under_one_hash() {
        assertThat(List.of(
                        "clerk.a01",
                        "clerk.h09",
                        "reviewer.bm01",
                        "approver.bm37",
                        "head.bm13",
                        "leader",
                        "cashier",
                        "supervisor",
                        "manager",
                        "admin",
                        "agent.990101001",
                        "agent.990101001001"))
                .allSatisfy(name -> assertThat(directory.actor(name)).as(name).isPresent());
        assertThat(jdbc.sql("SELECT count(DISTINCT password_hash) FROM access.staff WHERE user_name LIKE 'clerk.%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(actor("cashier").posts()).containsExactly(new Post(Role.CASHIER, null, "H06", null));
        assertThat(directory.displayName("clerk.a03")).isEqualTo("A03窗口工作人员");
    }

    @Test
    void K10_the_demonstration_has_its_authority() {
        assertThat(authority.mayAccept(actor("clerk.a03"), "SF0101009", "A03", TUE_2026_02_10))
                .isTrue();
        assertThat(authority.mayAccept(actor("clerk.a02"), "SF0101009", "A02", TUE_2026_02_10))
                .isFalse();
        assertThat(authority.mayDecide(actor("approver.bm01"), "SF0101009", "BM01", TUE_2026_02_10))
                .isTrue();
        assertThat(authority.mayDecide(actor("approver.bm03"), "SF0101009", "BM01", TUE_2026_02_10))
                .isFalse();
        assertThat(authority.maySeal(actor("approver.bm01"), "SF0101009", "BM01", TUE_2026_02_10))
                .isTrue();
    }

    @Test
    void nobody_is_the_first_administrator_twice() {
        assertThat(rule(() -> office.takeOnFirstAdministrator("second", "管理员", PASSWORD)))
                .isEqualTo("staff.not-empty");
    }

    @Test
    void a_name_is_never_given_to_a_second_person() {
        takeOn("office.once");
        office.disable(Actor.SYSTEM, "office.once", "left");
        assertThat(rule(() -> takeOn("office.once"))).isEqualTo("staff.name-taken");
    }

    @Test
    void bad_names_and_passwords_are_told() {
        for (String name : List.of("", "x", "UPPER", "with space", "system", "public", "汉字", "a".repeat(65))) {
            assertThatThrownBy(() -> takeOn(name)).as(name).isInstanceOf(InvalidInput.class);
        }
        for (String password :
                List.of("", "short", "password123", "aaaaaaaaaaaa", "office.bad12", "汉".repeat(25), "1234567890")) {
            assertThatThrownBy(() -> office.takeOn(Actor.SYSTEM, new NewStaff("office.bad", "测试", List.of()), password))
                    .as(password)
                    .isInstanceOf(InvalidInput.class);
        }
        assertThat(directory.find("office.bad")).isEmpty();
    }

    @Test
    void C14_somebody_can_hold_several_posts_and_loses_each_at_once() {
        takeOn("office.two", CLERK_A04);
        Post reviewer = new Post(Role.REVIEWER, "BM23", null, null);
        office.givePost(actor("manager"), "office.two", reviewer);
        assertThat(actor("office.two").posts()).containsExactly(CLERK_A04, reviewer);
        assertThat(directory.holders(Role.REVIEWER, "BM23"))
                .anyMatch(member -> member.userName().equals("office.two"));
        assertThat(rule(() -> office.givePost(actor("manager"), "office.two", reviewer)))
                .isEqualTo("staff.post-held");
        office.withdrawPost(actor("manager"), "office.two", CLERK_A04);
        assertThat(actor("office.two").posts()).containsExactly(reviewer);
        assertThat(rule(() -> office.withdrawPost(actor("manager"), "office.two", CLERK_A04)))
                .isEqualTo("staff.post-not-held");
    }

    @Test
    void a_post_needs_its_body_and_the_body_must_exist() {
        takeOn("office.body");
        for (Post post : List.of(
                new Post(Role.CLERK, null, null, null),
                new Post(Role.CLERK, "BM01", null, null),
                new Post(Role.CLERK, null, "Z99", null),
                new Post(Role.HEAD, "BM99", null, null),
                new Post(Role.AGENT, null, null, "110101"))) {
            assertThatThrownBy(() -> office.givePost(actor("admin"), "office.body", post))
                    .as(post.toString())
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void a_manager_appoints_nobody_who_supervises_them_and_nobody_appoints_themselves() {
        takeOn("office.plain");
        Post supervisor = new Post(Role.SUPERVISOR, null, null, null);
        assertThatThrownBy(() -> office.givePost(actor("manager"), "office.plain", supervisor))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> office.disable(actor("manager"), "supervisor", "in the way"))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> office.givePost(actor("clerk.a03"), "office.plain", CLERK_A04))
                .isInstanceOf(NotAllowed.class);
        assertThat(rule(() -> office.givePost(actor("admin"), "admin", new Post(Role.APPROVER, "BM01", null, null))))
                .isEqualTo("staff.oneself");
    }

    @Test
    void the_last_administrator_stays() {
        assertThat(rule(() -> office.disable(Actor.SYSTEM, "admin", "left"))).isEqualTo("staff.last-administrator");
        assertThat(rule(() -> office.withdrawPost(Actor.SYSTEM, "admin", new Post(Role.ADMIN, null, null, null))))
                .isEqualTo("staff.last-administrator");
    }

    @Test
    void K10_authority_is_filed_by_the_manager_and_ends_on_its_last_day() {
        AuthorityLetter letter = new AuthorityLetter(null, "A04", "SF0101009", Power.ACCEPT, TUE_2026_02_10, null);
        assertThatThrownBy(() -> office.fileAuthority(actor("admin"), List.of(letter)))
                .isInstanceOf(NotAllowed.class);
        office.fileAuthority(actor("manager"), List.of(letter));
        Actor clerk = actor("clerk.a04");
        assertThat(authority.mayAccept(clerk, "SF0101009", "A04", WED_2026_02_11))
                .isTrue();
        AuthorityLetter ended =
                new AuthorityLetter(null, "A04", "SF0101009", Power.ACCEPT, TUE_2026_02_10, TUE_2026_02_10);
        office.endAuthority(actor("manager"), ended);
        assertThat(authority.mayAccept(clerk, "SF0101009", "A04", TUE_2026_02_10))
                .isTrue();
        assertThat(authority.mayAccept(clerk, "SF0101009", "A04", WED_2026_02_11))
                .isFalse();
        assertThat(rule(() -> office.endAuthority(actor("manager"), ended))).isEqualTo("authority.not-open");
    }

    @Test
    void C12_every_change_is_recorded_with_who_made_it_and_cant_be_rewritten() {
        takeOn("office.recorded", CLERK_A04);
        office.resetPassword(actor("admin"), "office.recorded", "another sentence of words");
        office.disable(actor("manager"), "office.recorded", "moved away");
        List<StaffChange> changes = office.changes(actor("supervisor"), "office.recorded", Long.MAX_VALUE, 10)
                .items();
        assertThat(changes)
                .extracting(change -> change.type() + " by " + change.byName())
                .containsExactly(
                        "staff.disabled by manager", "staff.password-reset by admin", "staff.taken-on by system");
        assertThat(changes).noneMatch(change -> change.detail().contains("sentence"));
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE access.change SET by_name = 'nobody'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM access.change").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_change_by_another_node_is_seen_within_a_second() {
        takeOn("office.elsewhere");
        assertThat(directory.actor("office.elsewhere")).isPresent();
        jdbc.sql("UPDATE access.staff SET disabled_at = now() WHERE user_name = 'office.elsewhere'")
                .update();
        jdbc.sql("UPDATE access.generation SET number = number + 1").update();
        long until = System.nanoTime() + 5_000_000_000L;
        while (directory.actor("office.elsewhere").isPresent() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(directory.actor("office.elsewhere")).isEmpty();
    }
}
