package org.onewindow.supervision.work;

import java.time.Instant;
import java.util.Optional;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.clockwork.Sweep;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.PatternLook;
import org.onewindow.supervision.store.FindingStore;
import org.springframework.stereotype.Component;

/** Looks for patterns (S7) at the close of business of each working day. */
@Component
class PatternSweep implements Sweep {

    private final FindingStore store;
    private final PatternLook looking;
    private final CentreCalendar calendar;
    private final CentreTime time;

    PatternSweep(FindingStore store, PatternLook looking, CentreCalendar calendar, CentreTime time) {
        this.store = store;
        this.looking = looking;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public String name() {
        return "supervision.patterns";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return Optional.of(Closes.after(store.lookedUntil(time.now()), calendar.current(), time));
    }

    @Override
    public int doDue(Instant upTo) {
        Instant close = Closes.after(store.lookedUntil(time.now()), calendar.current(), time);
        if (close.isAfter(upTo)) {
            return 0;
        }
        int found = looking.look(close);
        store.lookedUntilClose(close);
        return found + 1;
    }
}
