package org.onewindow.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.onewindow.cases.FollowedCase.At;
import org.onewindow.cases.FollowedCase.StepTurn;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.Evolution;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.springframework.stereotype.Service;

/**
 * The door for modules that follow the journal: cases as they were when something happened to them, many at once. What it answers
 * about a version never changes, so whoever goes by it comes to the same result whenever the journal is read again. It asks for
 * no post: what people may see of it is for the asking module to decide.
 */
@Service
public class CaseHistories {

    private final CaseStore store;
    private final CaseWriter writer;
    private final Catalogue catalogue;

    CaseHistories(CaseStore store, CaseWriter writer, Catalogue catalogue) {
        this.store = store;
        this.writer = writer;
        this.catalogue = catalogue;
    }

    /**
     * Cases as they were at versions of theirs. A case that is still in the one version asked for costs its row; an earlier one is
     * folded from its events. One or two statements for all of them.
     */
    public Map<At, FollowedCase> asOf(Collection<At> wanted) {
        Map<Long, TreeSet<Integer>> versions = new LinkedHashMap<>();
        wanted.forEach(
                at -> versions.computeIfAbsent(at.id(), _ -> new TreeSet<>()).add(at.version()));
        Map<At, FollowedCase> found = new HashMap<>();
        for (CaseFile file : store.withIds(Centre.OURS, versions.keySet())) {
            Set<Integer> asked = Objects.requireNonNull(versions.get(file.id()));
            if (asked.size() == 1 && asked.contains(file.version())) {
                found.put(new At(file.id(), file.version()), followed(file, item(file)));
                versions.remove(file.id());
            }
        }
        writer.histories(versions.keySet())
                .forEach((id, history) -> fold(id, history, Objects.requireNonNull(versions.get(id)), found));
        return found;
    }

    private void fold(long id, List<Recorded> history, SortedSet<Integer> wanted, Map<At, FollowedCase> found) {
        Recorded first = history.getFirst();
        if (!(first.event() instanceof CaseEvent.Received received)) {
            throw Bug.found("a case that doesn't begin with its receipt: " + id);
        }
        ItemVersion item = catalogue.version(received.itemCode(), received.itemVersion());
        CaseFile file = Evolution.begin(id, first, item, 0);
        for (Recorded recorded : history) {
            if (recorded.version() > first.version()) {
                file = Evolution.evolve(file, recorded, item);
            }
            if (wanted.contains(file.version())) {
                found.put(new At(id, file.version()), followed(file, item));
            }
            if (file.version() >= wanted.last()) {
                return;
            }
        }
    }

    /** The versions in which cases are now. */
    public Map<Long, Integer> versions(Collection<Long> ids) {
        return store.versions(Centre.OURS, ids);
    }

    /** Cases as they are now. */
    public Map<Long, FollowedCase> now(Collection<Long> ids) {
        Map<Long, FollowedCase> found = new HashMap<>();
        store.withIds(Centre.OURS, ids).forEach(file -> found.put(file.id(), followed(file, item(file))));
        return found;
    }

    /** A case as it is now, by its number. */
    public Optional<FollowedCase> find(String number) {
        return CaseNumber.parse(number)
                .flatMap(parsed -> store.find(parsed.toString()))
                .map(file -> followed(file, item(file)));
    }

    /** What happened to a case, oldest first. */
    public List<HistoryEntry> history(long id) {
        return writer.history(id).stream().map(HistoryEntry::of).toList();
    }

    private ItemVersion item(CaseFile file) {
        return catalogue.version(file.itemCode(), file.itemVersion());
    }

    private static FollowedCase followed(CaseFile file, ItemVersion item) {
        List<StepTurn> steps = new ArrayList<>();
        file.steps().forEach(run -> steps.add(new StepTurn(run.code(), run.began(), run.ended(), run.by())));
        return new FollowedCase(
                file.id(),
                file.version(),
                file.number(),
                file.state(),
                item,
                file.department(),
                file.window(),
                file.station(),
                file.holder(),
                file.firstInquiry(),
                steps,
                CaseClocks.of(file, item),
                file.receivedAt(),
                file.endedAt());
    }
}
