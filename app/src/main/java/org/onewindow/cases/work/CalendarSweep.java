package org.onewindow.cases.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseWriter;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseEvent.Moved;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.clockwork.Sweep;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.springframework.stereotype.Component;

/**
 * After the import of a calendar, recomputes the due days of open cases and records it on each case that moved (T1). Each row
 * holds the edition it was last written with, so a crash in between loses nothing.
 */
@Component
class CalendarSweep implements Sweep {

    private static final int BATCH = 200;

    private final CaseStore store;
    private final CaseWriter writer;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final CentreTime time;

    CalendarSweep(CaseStore store, CaseWriter writer, Catalogue catalogue, CentreCalendar calendar, CentreTime time) {
        this.store = store;
        this.writer = writer;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public String name() {
        return "cases.calendar";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return isBehind() ? Optional.of(time.now()) : Optional.empty();
    }

    private boolean isBehind() {
        return store.editionSeen(calendar.region()) != calendar.current().edition();
    }

    @Override
    public int doDue(Instant upTo) {
        if (!isBehind()) {
            return 0;
        }
        WorkingCalendar edition = calendar.current();
        Map<Long, WorkingCalendar> earlier = new HashMap<>();
        long after = 0;
        int done = 0;
        List<CaseFile> batch;
        do {
            batch = store.withOtherEdition(Centre.OURS, edition.edition(), after, BATCH);
            for (CaseFile file : batch) {
                after = file.id();
                WorkingCalendar before = earlier.computeIfAbsent(file.edition(), calendar::asOf);
                done += recompute(file, before, edition) ? 1 : 0;
            }
        } while (!batch.isEmpty());
        store.editionSeen(calendar.region(), edition.edition());
        return done;
    }

    /** A case that no date of moved stays as it is: compared with its older edition it will be right next time too. */
    private boolean recompute(CaseFile file, WorkingCalendar before, WorkingCalendar edition) {
        ItemVersion item = catalogue.version(file.itemCode(), file.itemVersion());
        List<Moved> moved = moved(file, item, before, edition);
        if (moved.isEmpty()) {
            return false;
        }
        CaseEvent event = new CaseEvent.CalendarChanged(edition.edition(), moved);
        CaseFile current = file;
        while (!writer.apply(current, List.of(event), new Act(Actor.SYSTEM, null, time.now()), item, edition)) {
            current = store.find(Centre.OURS, file.id()).orElse(null);
            if (current == null || current.edition() == edition.edition() || !current.isOpen()) {
                return false;
            }
        }
        return true;
    }

    private List<Moved> moved(CaseFile file, ItemVersion item, WorkingCalendar before, WorkingCalendar edition) {
        Instant now = time.now();
        List<ClockReading> old = CaseClocks.read(file, item, before, time, now);
        List<ClockReading> fresh = CaseClocks.read(file, item, edition, time, now);
        List<Moved> moved = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i++) {
            ClockReading reading = fresh.get(i);
            LocalDate from = old.get(i).dueOn();
            if (isOpen(reading) && !Objects.equals(from, reading.dueOn())) {
                moved.add(new Moved(reading.kind(), reading.reference(), from, reading.dueOn()));
            }
        }
        return moved;
    }

    private static boolean isOpen(ClockReading reading) {
        return reading.state() == ClockState.RUNNING || reading.state() == ClockState.PAUSED;
    }
}
