package org.onewindow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseSummary;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Page;
import org.springframework.beans.factory.annotation.Autowired;

/** What a day's ledger and a list of states hold, page by page. */
class CaseListsTest extends SharedCentre {

    @Autowired
    private CaseReading reading;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private Divisions divisions;

    @Autowired
    private CentreTime time;

    @Test
    void a_day_holds_what_was_received_on_it_on_however_many_pages_and_nothing_else() {
        List<String> received = List.of(receivedFood(), receivedFood(), receivedFood());
        LocalDate today = time.today();

        assertThat(of(day(today), 2)).containsSubsequence(received.reversed());
        assertThat(of(day(today.minusDays(1)), 2)).doesNotContainAnyElementsOf(received);
        assertThat(of(day(today.plusDays(1)), 2)).isEmpty();
    }

    @Test
    void C10_a_list_says_until_when_an_applicant_may_supply_what_is_missing_so_that_they_can_be_reminded() {
        String number = receivedFood();
        does(
                "clerk.a03",
                number,
                "request-supplement",
                "{\"items\":[{\"material\":\"场所平面布局图\",\"problem\":\"看不清\"}],\"days\":10}");

        CaseSummary row = reading.list(staff.actor("clerk.a03").orElseThrow(), CaseQuery.ALL.numbered(number), 1)
                .items()
                .getFirst();

        assertThat(row.dueAt()).as("nothing is owed by the window").isNull();
        assertThat(row.supplement()).isNotNull();
        assertThat(Objects.requireNonNull(row.supplement()).remainingDays()).isEqualTo(10);
    }

    @Test
    void a_list_of_open_states_leaves_out_what_has_ended() {
        String number = receivedFood();
        CaseQuery open = states(Set.of(CaseState.RECEIVED, CaseState.ACCEPTED));
        assertThat(of(open, 100)).contains(number);

        does("clerk.a03", number, "withdraw", "{\"reason\":\"不办了\"}");

        assertThat(of(open, 100)).doesNotContain(number);
        assertThat(of(states(Set.of(CaseState.WITHDRAWN, CaseState.RECEIVED)), 100))
                .contains(number);
        assertThat(open.onlyOpen()).isTrue();
        assertThat(states(Set.of(CaseState.WITHDRAWN, CaseState.RECEIVED)).onlyOpen())
                .isFalse();
        assertThat(CaseQuery.ALL.onlyOpen()).isFalse();
    }

    @Test
    void what_is_due_first_in_the_whole_centre_is_what_is_due_first_in_all_its_departments_together() {
        List<String> received = new ArrayList<>(List.of(receivedFood(), receivedFood()));
        received.add(received("SF2029001", "H01", List.of()));
        received.add(receivedFood());
        received.add(received("SF2029001", "H01", List.of()));
        List<String> departments =
                divisions.departments().stream().map(Department::code).toList();

        List<String> everywhere = of("leader", urgent(List.of()), 2);

        assertThat(everywhere)
                .containsAll(received)
                .doesNotHaveDuplicates()
                .isEqualTo(of("leader", urgent(departments), 3));
        assertThat(departments).hasSizeGreaterThan(1);
    }

    private static CaseQuery urgent(List<String> departments) {
        return new CaseQuery(
                List.of(), departments, Set.of(), null, null, null, null, null, null, null, null, true, null);
    }

    private CaseQuery day(LocalDate day) {
        Instant from = time.startOf(day);
        return CaseQuery.ALL.received(from, time.startOf(day.plusDays(1)));
    }

    private static CaseQuery states(Set<CaseState> states) {
        return new CaseQuery(List.of(), List.of(), states, null, null, null, null, null, null, null, null, false, null);
    }

    /** Numbers on all pages. */
    private List<String> of(CaseQuery query, int limit) {
        return of("clerk.a03", query, limit);
    }

    private List<String> of(String user, CaseQuery query, int limit) {
        Actor viewer = staff.actor(user).orElseThrow();
        List<String> numbers = new ArrayList<>();
        CaseQuery asked = query;
        while (true) {
            Page<CaseSummary> page = reading.list(viewer, asked, limit);
            page.items().forEach(row -> numbers.add(row.caseNumber()));
            String next = page.next();
            if (next == null) {
                return numbers;
            }
            asked = asked.after(next);
        }
    }
}
