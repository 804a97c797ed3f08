package org.onewindow.catalogue;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.model.FilingRules;
import org.onewindow.catalogue.model.MaterialNames;
import org.onewindow.catalogue.store.ItemStore;
import org.onewindow.catalogue.store.StoredVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the catalogue, one change at a time: the revision row is the lock. */
@Service
class StoredFiling implements CatalogueFiling {

    private final ItemStore store;
    private final FiledCatalogue catalogue;
    private final Divisions divisions;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    StoredFiling(
            ItemStore store,
            FiledCatalogue catalogue,
            Divisions divisions,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public boolean isEmpty() {
        return store.filed().isEmpty();
    }

    @Override
    public void fileAll(
            Actor by,
            List<ItemVersion> items,
            Map<String, List<String>> windows,
            Set<String> retired,
            List<Theme> themes) {
        if (!isEmpty()) {
            throw new Refused(List.of(Refusal.of("K1", "filing.catalogue-not-empty")));
        }
        List<Refusal> refusals = new ArrayList<>();
        MaterialNames names = MaterialNames.of(items);
        for (ItemVersion item : items) {
            if (!retired.contains(item.code())) {
                refusals.addAll(
                        FilingRules.check(item, around(item, windows.getOrDefault(item.code(), List.of()), names)));
            }
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Instant now = time.now();
        LocalDate today = time.today();
        transaction.executeWithoutResult(status -> {
            store.countChange();
            for (ItemVersion item : items) {
                store.insertDraft(item.numbered(1, ItemVersion.State.DRAFT, null), by.userName(), now);
                store.file(item.code(), 1, by.userName(), now, today);
                if (retired.contains(item.code())) {
                    store.retire(item.code(), 1, today);
                }
                store.setWindows(item.code(), inOrder(item, windows.getOrDefault(item.code(), List.of())));
            }
            themes.forEach(store::insertTheme);
        });
        catalogue.changed();
    }

    /** The department's own windows before those that receive for several. */
    private List<String> inOrder(ItemVersion item, List<String> windows) {
        return windows.stream()
                .distinct()
                .sorted(comparing((String window) -> divisions
                                .findWindow(window)
                                .map(found -> !item.departmentCode().equals(found.department()))
                                .orElse(true))
                        .thenComparing(window -> window))
                .toList();
    }

    private FilingRules.Surroundings around(ItemVersion item, List<String> windows, MaterialNames names) {
        return new FilingRules.Surroundings(
                divisions.findDepartment(item.departmentCode()).isPresent(),
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::supervisePhone)
                        .orElse(""),
                windows,
                window -> divisions.findWindow(window).isPresent(),
                names);
    }

    @Override
    public ItemVersion draft(Actor by, ItemVersion content, @Nullable List<String> windows) {
        mayDraft(by, content.departmentCode());
        catalogue.latest(content.code()).ifPresent(before -> mayDraft(by, before.departmentCode()));
        List<Refusal> refusals = new ArrayList<>();
        if (divisions.findDepartment(content.departmentCode()).isEmpty()) {
            refusals.add(Refusal.of("K2", "filing.missing.body", content.departmentCode()));
        }
        if (windows != null) {
            windows.stream()
                    .filter(window -> divisions.findWindow(window).isEmpty())
                    .forEach(window -> refusals.add(Refusal.of("K2", "filing.window-unknown", window)));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Instant now = time.now();
        ItemVersion written = transaction.execute(status -> {
            store.countChange();
            int open = store.draftOf(content.code()).orElse(0);
            if (open > 0) {
                ItemVersion draft = content.numbered(open, ItemVersion.State.DRAFT, null);
                store.find(content.code(), open)
                        .ifPresent(before -> mayDraft(by, before.content().departmentCode()));
                store.replaceDraft(draft, by.userName(), now);
                return draft;
            }
            ItemVersion draft = content.numbered(store.lastVersion(content.code()) + 1, ItemVersion.State.DRAFT, null);
            store.insertDraft(draft, by.userName(), now);
            return draft;
        });
        if (windows != null) {
            transaction.executeWithoutResult(status -> store.setWindows(content.code(), inOrder(content, windows)));
        }
        catalogue.changed();
        return written;
    }

    private static void mayDraft(Actor by, String department) {
        if (!by.has(Role.MANAGER) && by.postIn(Role.APPROVER, department).isEmpty()) {
            throw new NotAllowed("draft items of " + department);
        }
    }

    private static void mustBeManager(Actor by) {
        if (!by.has(Role.MANAGER)) {
            throw new NotAllowed("file items");
        }
    }

    @Override
    public ItemVersion findDraft(Actor by, String code, int version) {
        StoredVersion found = store.find(code, version)
                .filter(one -> one.effectiveFrom() == null)
                .orElseThrow(() -> new NotFound("draft " + code + " version " + version));
        mayDraft(by, found.content().departmentCode());
        return found.content();
    }

    @Override
    public Page<ItemVersion> drafts(Actor by, int limit, @Nullable String after) {
        String department = by.has(Role.MANAGER)
                ? ""
                : by.posts().stream()
                        .filter(post -> post.role() == Role.APPROVER)
                        .map(post -> post.department())
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new NotAllowed("see drafts"));
        return Page.of(
                        store.drafts(
                                department,
                                after == null ? "" : Cursor.read(after, 1).getFirst(),
                                limit + 1),
                        limit,
                        last -> Cursor.of(last.content().code()))
                .map(StoredVersion::content);
    }

    @Override
    public List<Refusal> obstacles(ItemVersion draft) {
        return FilingRules.check(
                draft, around(draft, catalogue.windowsOf(draft.code()), catalogue.materialNamesBut(draft.code())));
    }

    @Override
    public ItemVersion file(Actor by, String code, int version, @Nullable LocalDate effectiveFrom) {
        mustBeManager(by);
        LocalDate from = effectiveFrom == null ? time.today() : effectiveFrom;
        StoredVersion stored =
                store.find(code, version).orElseThrow(() -> new NotFound("item " + code + " version " + version));
        if (stored.effectiveFrom() != null) {
            throw new Refused(List.of(Refusal.of("K1", "filing.filed-already", code, version)));
        }
        List<Refusal> refusals = new ArrayList<>();
        if (from.isBefore(time.today())) {
            refusals.add(Refusal.of("K1", "filing.in-the-past", from));
        }
        refusals.addAll(obstacles(stored.content()));
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        Instant now = time.now();
        transaction.executeWithoutResult(status -> {
            store.countChange();
            // What was examined is what gets filed: the draft may have been written anew since it was read.
            StoredVersion still = store.find(code, version).orElseThrow(() -> new NotFound("item " + code));
            if (!still.equals(stored) || !store.file(code, version, by.userName(), now, from)) {
                throw new ChangedMeanwhile(false, List.of("item.drafted"));
            }
        });
        catalogue.changed();
        return catalogue.version(code, version);
    }

    @Override
    public ItemVersion retire(Actor by, String code, int version, @Nullable LocalDate from) {
        mustBeManager(by);
        ItemVersion item = catalogue.version(code, version);
        LocalDate day = from == null ? time.today() : from;
        List<Refusal> refusals = new ArrayList<>();
        if (item.state() != ItemVersion.State.IN_EFFECT) {
            refusals.add(Refusal.of("K8", "filing.not-in-effect", code, version));
        }
        if (day.isBefore(time.today())) {
            refusals.add(Refusal.of("K1", "filing.in-the-past", day));
        }
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        transaction.executeWithoutResult(status -> {
            store.countChange();
            if (!store.retire(code, version, day)) {
                throw new ChangedMeanwhile(false, List.of("item.retired"));
            }
        });
        catalogue.changed();
        return catalogue.version(code, version);
    }
}
