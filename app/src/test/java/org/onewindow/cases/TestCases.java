package org.onewindow.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.onewindow.calendar.Calendars;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.cases.store.TestCaseStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Divisions;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.testing.TestDatabase;

/** Cases over a test's database to which things happen as told: the rules aren't asked, since what follows is what is tested. */
public final class TestCases {

    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, "clerk.a03", "clerk.a03", List.of());
    private static final Post POST = new Post(Role.CLERK, null, "A03", null);

    private final CaseStore store;
    private final CaseWriter writer;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final CaseHistories histories;
    private int received;

    private TestCases(
            TestDatabase database,
            Journal journal,
            Catalogue catalogue,
            Calendars calendars,
            Divisions divisions,
            CentreTime time) {
        this.store = TestCaseStore.over(database);
        this.writer = new CaseWriter(journal, store, time);
        this.catalogue = catalogue;
        this.calendar = new CentreCalendar(calendars, divisions);
        this.histories = new CaseHistories(store, writer, catalogue);
    }

    public static TestCases over(
            TestDatabase database,
            Journal journal,
            Catalogue catalogue,
            Calendars calendars,
            Divisions divisions,
            CentreTime time) {
        return new TestCases(database, journal, catalogue, calendars, divisions, time);
    }

    public CentreCalendar calendar() {
        return calendar;
    }

    public CaseHistories histories() {
        return histories;
    }

    /** A case is received; its number in the journal. */
    public long received(String itemCode, Instant at) {
        ItemVersion item = catalogue.inEffect(itemCode).orElseThrow();
        CaseEvent.Received event = new CaseEvent.Received(
                "990101-20260210-%08d-0".formatted(++received),
                item.code(),
                item.version(),
                item.departmentCode(),
                Channel.WINDOW,
                "A03",
                null,
                ApplicantKind.PERSON,
                1,
                List.of(),
                null,
                null,
                Map.of(),
                List.of(),
                List.of(),
                null,
                "",
                at.atZone(java.time.ZoneId.of("Asia/Shanghai")).toLocalDate(),
                null);
        CaseWriter.Next next = writer.begin(event, new Act(CLERK, POST, at), item, calendar.current());
        if (!writer.write(next, item, calendar.current(), null)) {
            throw new IllegalStateException("a case's number given twice");
        }
        return next.file().id();
    }

    /** Something happens to a case. */
    public void happens(long id, CaseEvent event, Instant at) {
        CaseFile file = store.find(1, id).orElseThrow();
        ItemVersion item = catalogue.version(file.itemCode(), file.itemVersion());
        if (!writer.apply(file, List.of(event), new Act(CLERK, POST, at), item, calendar.current())) {
            throw new IllegalStateException("somebody was faster");
        }
    }

    /** The case as it is. */
    public CaseFile file(long id) {
        return store.find(1, id).orElseThrow();
    }
}
