package org.onewindow.cases;

import java.util.List;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.store.HeldPaperStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.springframework.stereotype.Service;

/** The door to where paper originals are (C15): what is out over night, and of one case. */
@Service
public class Custody {

    private final HeldPaperStore store;
    private final CaseReading reading;
    private final Catalogue catalogue;
    private final StaffDirectory staff;

    Custody(HeldPaperStore store, CaseReading reading, Catalogue catalogue, StaffDirectory staff) {
        this.store = store;
        this.reading = reading;
        this.catalogue = catalogue;
        this.staff = staff;
    }

    /**
     * Papers that are out, those kept longest first, as far as the actor may see their cases.
     *
     * @throws org.onewindow.kernel.NotAllowed the actor sees no cases
     */
    public List<HeldPaper> out(Actor actor, int limit) {
        return store.held(Centre.OURS, CaseReading.narrowed(actor, CaseQuery.ALL), limit).stream()
                .map(this::paper)
                .toList();
    }

    /** Papers of one case that are out, which the actor may see. */
    public List<HeldPaper> of(Actor actor, String number) {
        return store.held(Centre.OURS, reading.seen(actor, number).id()).stream()
                .map(this::paper)
                .toList();
    }

    private HeldPaper paper(HeldPaperStore.Held held) {
        return new HeldPaper(
                held.caseNumber(),
                catalogue.version(held.itemCode(), held.itemVersion()),
                held.material(),
                held.bag(),
                held.pages(),
                staff.displayName(held.holder()),
                held.since(),
                held.window(),
                held.station());
    }
}
