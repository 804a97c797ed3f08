package org.onewindow.cases.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseWriter;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.LegalConsequence;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.clockwork.OneByOne;
import org.onewindow.clockwork.Sweep;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.springframework.stereotype.Component;

/**
 * Does what the law does by itself (T4, T6, C10, C16): once, at its instant, also when the system was down then. The case's
 * version lets only one of several nodes write it.
 */
@Component
class LegalSweep implements Sweep {

    private static final int BATCH = 100;

    private final CaseStore store;
    private final CaseWriter writer;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final CentreTime time;

    LegalSweep(CaseStore store, CaseWriter writer, Catalogue catalogue, CentreCalendar calendar, CentreTime time) {
        this.store = store;
        this.writer = writer;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.time = time;
    }

    @Override
    public String name() {
        return "cases.law";
    }

    @Override
    public Optional<Instant> nextInstant() {
        return store.nextWake();
    }

    @Override
    public int doDue(Instant upTo) {
        return OneByOne.each(name(), store.toWake(Centre.OURS, upTo, BATCH), this::wake);
    }

    private boolean wake(CaseStore.Waking waking) {
        CaseFile file = store.find(Centre.OURS, waking.id()).orElse(null);
        if (file == null) {
            return false;
        }
        ItemVersion item = catalogue.version(file.itemCode(), file.itemVersion());
        WorkingCalendar edition = calendar.current();
        Optional<LegalConsequence> due = LegalConsequence.pending(file, item, edition, time).stream()
                .filter(pending -> pending.dueAt().isBefore(waking.at()))
                .min(Comparator.comparing(LegalConsequence::dueAt));
        // None: a command changed the case since it was listed, and its row says so by now.
        return due.filter(consequence -> writer.apply(
                        file,
                        List.of(consequence.event()),
                        new Act(Actor.SYSTEM, null, consequence.dueAt()),
                        item,
                        edition))
                .isPresent();
    }
}
