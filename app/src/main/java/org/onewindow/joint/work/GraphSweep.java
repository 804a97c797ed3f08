package org.onewindow.joint.work;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.clockwork.OneByOne;
import org.onewindow.clockwork.Sweep;
import org.onewindow.joint.JointWriter;
import org.onewindow.joint.store.JointStore;
import org.onewindow.kernel.CentreTime;
import org.springframework.stereotype.Component;

/**
 * Does what follows when members move, when the law accepts an application, when a member runs late, and when a calendar is
 * imported (J1, J3, J5, T1, T4). Each application in a transaction of its own; its version and the members' versions let only one
 * of several nodes do it.
 */
@Component
class GraphSweep implements Sweep {

    private static final int BATCH = 100;

    private final JointStore store;
    private final JointWriter writer;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private volatile long editionDone;

    GraphSweep(JointStore store, JointWriter writer, CentreCalendar calendar, CentreTime time) {
        this.store = store;
        this.writer = writer;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public String name() {
        return "joint.graph";
    }

    @Override
    public Optional<Instant> nextInstant() {
        boolean now = !store.allMoved(1).isEmpty() || calendarMoved();
        return now ? Optional.of(time.now()) : store.nextWake();
    }

    /** Asked of the database once an edition. */
    private boolean calendarMoved() {
        long edition = calendar.current().edition();
        if (edition == editionDone) {
            return false;
        }
        if (store.withOtherEdition(edition, 1).isEmpty()) {
            editionDone = edition;
            return false;
        }
        return true;
    }

    @Override
    public int doDue(Instant upTo) {
        Set<Long> applications = new LinkedHashSet<>(store.allMoved(BATCH));
        applications.addAll(store.toWake(upTo, BATCH));
        if (calendarMoved()) {
            applications.addAll(store.withOtherEdition(calendar.current().edition(), BATCH));
        }
        return OneByOne.each(name(), List.copyOf(applications), application -> {
            writer.advance(application);
            return true;
        });
    }
}
