package org.onewindow.portal.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.onewindow.journal.Follower;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.CentreTime;
import org.onewindow.portal.store.DayFigureStore;
import org.onewindow.portal.store.DayFigureStore.Figures;
import org.springframework.stereotype.Component;

/**
 * Counts what the home page says of today. Each event counts on the legal day it happened; a receipt voided later stays counted,
 * since it was taken in.
 */
@Component
class DayCounting implements Follower {

    private final DayFigureStore store;
    private final CentreTime time;

    DayCounting(DayFigureStore store, CentreTime time) {
        this.store = store;
        this.time = time;
    }

    @Override
    public String name() {
        return "portal.day-figures";
    }

    @Override
    public List<String> typePrefixes() {
        return List.of("case.received", "case.accepted", "case.completed");
    }

    @Override
    public void apply(List<RecordedEvent> batch) {
        Map<LocalDate, Figures> days = new TreeMap<>();
        for (RecordedEvent event : batch) {
            Figures one = counted(event.type());
            if (!one.equals(Figures.NONE)) {
                days.merge(time.dayOf(event.happenedAt()), one, Figures::plus);
            }
        }
        days.forEach(store::add);
    }

    private static Figures counted(String type) {
        return switch (type) {
            case "case.received" -> new Figures(1, 0, 0);
            case "case.accepted" -> new Figures(0, 1, 0);
            case "case.completed" -> new Figures(0, 0, 1);
            default -> Figures.NONE;
        };
    }

    @Override
    public void reset() {
        store.clear();
    }

    /** A total that left an event out would be wrong for ever. */
    @Override
    public boolean stopsOnFailure() {
        return true;
    }
}
