package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.Evolution;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.store.CaseJson;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.journal.RowWrite;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.parties.PreparedParty;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;

/** Turns events into the next state and writes both at once; reads histories back. */
@Component
public class CaseWriter {

    private final Journal journal;
    private final CaseStore store;
    private final CentreTime time;

    CaseWriter(Journal journal, CaseStore store, CentreTime time) {
        this.journal = journal;
        this.store = store;
        this.time = time;
    }

    /** Who did something, in which post, when. */
    public record Act(Actor actor, @Nullable Post post, Instant at) {}

    /** The case with events applied, not yet written. */
    record Next(
            CaseFile file, List<NewEvent> events, @Nullable CaseFile before) {}

    Next begin(CaseEvent.Received received, Act act, ItemVersion item, WorkingCalendar calendar) {
        long id = journal.nextStream();
        Recorded recorded = recorded(1, received, act);
        CaseFile file = Evolution.begin(id, recorded, item, calendar.edition());
        return new Next(file, List.of(newEvent(id, recorded)), null);
    }

    /** The case after events. */
    public Next next(CaseFile file, List<CaseEvent> events, Act act, ItemVersion item) {
        CaseFile next = file;
        List<NewEvent> written = new ArrayList<>();
        for (CaseEvent event : events) {
            Recorded recorded = recorded(next.version() + 1, event, act);
            next = Evolution.evolve(next, recorded, item);
            written.add(newEvent(file.id(), recorded));
        }
        return new Next(next, written, file);
    }

    /** The same for those who don't show the case, and so haven't read its clocks. */
    boolean write(Next next, ItemVersion item, WorkingCalendar calendar, @Nullable Answer answer) {
        return write(
                next,
                CaseClocks.read(next.file(), item, calendar, time, time.now()),
                item,
                calendar,
                answer,
                List.of());
    }

    /**
     * Writes state, events and answer at once; false: somebody else was faster, nothing was written.
     *
     * @param clocks of the next state
     * @param along parties that are kept with it
     */
    boolean write(
            Next next,
            List<ClockReading> clocks,
            ItemVersion item,
            WorkingCalendar calendar,
            @Nullable Answer answer,
            List<PreparedParty> along) {
        CaseFile file = next.file();
        Instant due = CaseClocks.nextDue(clocks, file.state());
        Instant wake = CaseClocks.wakeAt(file, item, calendar, time).orElse(null);
        CaseFile before = next.before();
        StateWrite state = before == null
                ? store.insertion(Centre.OURS, file, due, wake)
                : store.change(Centre.OURS, before.version(), file, due, wake);
        List<RowWrite> rows = along.stream()
                .flatMap(party -> party.rows().stream())
                .distinct()
                .toList();
        return journal.commit(Centre.OURS, state.with(rows), next.events(), answer);
    }

    /** Applies events that the law or the calendar brings; false when somebody was faster. */
    public boolean apply(CaseFile file, List<CaseEvent> events, Act act, ItemVersion item, WorkingCalendar calendar) {
        return write(next(file, events, act, item), item, calendar, null);
    }

    /** What happened to a case, oldest first. */
    public List<Recorded> history(long id) {
        return journal.stream(Centre.OURS, id).stream().map(this::recorded).toList();
    }

    /** The same of many cases, by their ids. */
    public Map<Long, List<Recorded>> histories(Collection<Long> ids) {
        Map<Long, List<Recorded>> histories = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            journal.streams(Centre.OURS, ids)
                    .forEach(event -> histories
                            .computeIfAbsent(event.stream(), _ -> new ArrayList<>())
                            .add(recorded(event)));
        }
        return histories;
    }

    private Recorded recorded(int version, CaseEvent event, Act act) {
        Post post = act.post();
        return new Recorded(
                version,
                act.actor().userName(),
                post == null ? null : post.role().name(),
                post == null ? null : post.window(),
                act.at(),
                time.dayOf(act.at()),
                event);
    }

    private Recorded recorded(RecordedEvent event) {
        return new Recorded(
                event.version(),
                event.actor(),
                event.post(),
                event.window(),
                event.happenedAt(),
                time.dayOf(event.happenedAt()),
                CaseJson.read(event.type(), event.body()));
    }

    private static NewEvent newEvent(long id, Recorded recorded) {
        return new NewEvent(
                id,
                recorded.version(),
                CaseJson.type(recorded.event()),
                recorded.actor(),
                recorded.post(),
                recorded.window(),
                recorded.happenedAt(),
                CaseJson.write(recorded.event()));
    }
}
