package org.onewindow.catalogue;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ImportResult.NewVersion;
import org.onewindow.catalogue.ItemVersion.State;
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
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the catalogue, one change at a time: the revision row is the lock. */
@Service
class StoredFiling implements CatalogueFiling {

    private final ItemStore store;
    private final ItemHistory history;
    private final FiledCatalogue catalogue;
    private final Divisions divisions;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    StoredFiling(
            ItemStore store,
            ItemHistory history,
            FiledCatalogue catalogue,
            Divisions divisions,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.history = history;
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
        MaterialNames names = MaterialNames.of(items);
        refuse(items.stream()
                .filter(item -> !retired.contains(item.code()))
                .flatMap(item ->
                        FilingRules.check(item, around(item, windows.getOrDefault(item.code(), List.of()), names))
                                .stream())
                .toList());
        Instant now = time.now();
        LocalDate today = time.today();
        change(() -> {
            for (ItemVersion item : items) {
                List<String> shown = inOrder(item, windows.getOrDefault(item.code(), List.of()));
                history.open(item.code());
                store.insertDraft(item.numbered(1, State.DRAFT, null), shown, by.userName(), now);
                store.file(item.code(), 1, by.userName(), now, today);
                store.setWindows(item.code(), shown);
                history.record(by, item.code(), "item.filed", 1, today, now);
                if (retired.contains(item.code())) {
                    store.retire(item.code(), 1, today);
                    history.record(by, item.code(), "item.retired", 1, today, now);
                }
            }
            themes.forEach(store::insertTheme);
        });
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
    public Draft draft(Actor by, ItemVersion content, @Nullable List<String> windows) {
        mayDraft(by, content);
        refuse(draftable(content, windows));
        Instant now = time.now();
        NewVersion[] written = new NewVersion[1];
        change(() -> written[0] = write(by, content, windows, now));
        return findDraft(by, written[0].code(), written[0].version());
    }

    /** A draft may be unfinished, but it belongs to a department and windows that exist. */
    private List<Refusal> draftable(ItemVersion content, @Nullable List<String> windows) {
        List<Refusal> refusals = new ArrayList<>();
        if (divisions.findDepartment(content.departmentCode()).isEmpty()) {
            refusals.add(Refusal.of("K2", "filing.missing.body", content.departmentCode()));
        }
        if (windows != null) {
            windows.stream()
                    .filter(window -> divisions.findWindow(window).isEmpty())
                    .forEach(window -> refusals.add(Refusal.of("K2", "filing.window-unknown", window)));
        }
        return refusals;
    }

    /** Inside the change's transaction: the next version, or the open draft anew. */
    private NewVersion write(Actor by, ItemVersion content, @Nullable List<String> windows, Instant now) {
        String code = content.code();
        List<String> shown = windows == null ? null : inOrder(content, windows);
        history.open(code);
        int open = store.draftOf(code).orElse(0);
        int version = open > 0 ? open : store.lastVersion(code) + 1;
        ItemVersion draft = content.numbered(version, State.DRAFT, null);
        if (open > 0) {
            store.find(code, open).ifPresent(before -> mayDraft(by, before.content()));
            store.replaceDraft(draft, shown, by.userName(), now);
        } else {
            store.insertDraft(draft, shown, by.userName(), now);
        }
        history.record(by, code, "item.drafted", version, null, now);
        return new NewVersion(code, version);
    }

    @Override
    public ImportResult importTables(Actor by, CatalogueTables.Read tables, boolean file) {
        if (file) {
            mustBeManager(by);
        }
        if (!tables.errors().isEmpty()) {
            throw new InvalidInput(tables.errors().stream().map(RowError::field).toList());
        }
        List<ItemVersion> changed = new ArrayList<>();
        List<String> unchanged = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        MaterialNames names = MaterialNames.of(tables.items());
        for (ItemVersion item : tables.items()) {
            if (tables.retired().contains(item.code())) {
                continue;
            }
            mayDraft(by, item);
            List<String> windows = tables.windowItems().getOrDefault(item.code(), List.of());
            if (saysTheSame(item, windows)) {
                unchanged.add(item.code());
                continue;
            }
            changed.add(item);
            refusals.addAll(file ? FilingRules.check(item, around(item, windows, names)) : draftable(item, windows));
        }
        refuse(refusals);
        Instant now = time.now();
        LocalDate today = time.today();
        List<NewVersion> written = new ArrayList<>();
        change(() -> {
            for (ItemVersion item : changed) {
                List<String> windows = tables.windowItems().getOrDefault(item.code(), List.of());
                NewVersion version = write(by, item, windows, now);
                written.add(version);
                if (file) {
                    putInEffect(by, item.code(), version.version(), inOrder(item, windows), today, now);
                }
            }
        });
        return new ImportResult(
                written,
                file ? written : List.of(),
                unchanged,
                tables.retired().stream().toList());
    }

    @Override
    public CatalogueTables.RegionRules regionRules() {
        Set<String> rules = new LinkedHashSet<>();
        for (ItemVersion item : catalogue.all()) {
            String rule = item.endsOnMissingSupplement();
            if (rule != null) {
                rules.add(rule);
            }
        }
        return new CatalogueTables.RegionRules(
                rules.size() == 1 ? rules.iterator().next() : null);
    }

    private boolean saysTheSame(ItemVersion item, List<String> windows) {
        return catalogue
                        .latest(item.code())
                        .map(filed -> filed.numbered(item.version(), State.DRAFT, null))
                        .filter(item::equals)
                        .isPresent()
                && catalogue.windowsOf(item.code()).equals(inOrder(item, windows));
    }

    @Override
    public Draft findDraft(Actor by, String code, int version) {
        StoredVersion found = store.find(code, version)
                .filter(one -> one.effectiveFrom() == null)
                .orElseThrow(() -> new NotFound("draft " + code + " version " + version));
        mayDraft(by, found.content());
        return asDraft(found);
    }

    private Draft asDraft(StoredVersion stored) {
        List<String> windows = stored.windows();
        return new Draft(
                stored.content(),
                windows == null ? catalogue.windowsOf(stored.content().code()) : windows);
    }

    @Override
    public Page<ItemVersion> drafts(Actor by, int limit, @Nullable String after) {
        String department = by.has(Role.MANAGER)
                ? ""
                : by.posts().stream()
                        .filter(post -> post.role() == Role.APPROVER)
                        .map(Post::department)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow(() -> new NotAllowed("see drafts"));
        String from = after == null ? "" : Cursor.read(after, 1).getFirst();
        return Page.of(
                        store.drafts(department, from, limit + 1),
                        limit,
                        last -> Cursor.of(last.content().code()))
                .map(StoredVersion::content);
    }

    @Override
    public List<Refusal> obstacles(Draft draft) {
        ItemVersion item = draft.item();
        return FilingRules.check(item, around(item, draft.windows(), catalogue.materialNamesBut(item.code())));
    }

    @Override
    public ItemVersion file(Actor by, String code, int version, @Nullable LocalDate effectiveFrom) {
        mustBeManager(by);
        LocalDate today = time.today();
        LocalDate from = effectiveFrom == null ? today : effectiveFrom;
        StoredVersion examined =
                store.find(code, version).orElseThrow(() -> new NotFound("item " + code + " version " + version));
        if (examined.effectiveFrom() != null) {
            throw new Refused(List.of(Refusal.of("K1", "filing.filed-already", code, version)));
        }
        Draft draft = asDraft(examined);
        List<Refusal> refusals = new ArrayList<>();
        if (from.isBefore(today)) {
            refusals.add(Refusal.of("K1", "filing.in-the-past", from));
        }
        refusals.addAll(obstacles(draft));
        refuse(refusals);
        Instant now = time.now();
        change(() -> {
            // What was examined is what gets filed: the draft may have been written anew since it was read.
            if (!store.find(code, version).filter(examined::equals).isPresent()) {
                throw new ChangedMeanwhile(false, List.of("item.drafted"));
            }
            putInEffect(by, code, version, draft.windows(), from, now);
        });
        return catalogue.version(code, version);
    }

    private void putInEffect(Actor by, String code, int version, List<String> windows, LocalDate from, Instant now) {
        if (!store.file(code, version, by.userName(), now, from)) {
            throw new ChangedMeanwhile(false, List.of("item.filed"));
        }
        store.setWindows(code, windows);
        history.record(by, code, "item.filed", version, from, now);
    }

    @Override
    public ItemVersion retire(Actor by, String code, int version, @Nullable LocalDate from) {
        mustBeManager(by);
        ItemVersion item = catalogue.version(code, version);
        LocalDate today = time.today();
        LocalDate day = from == null ? today : from;
        List<Refusal> refusals = new ArrayList<>();
        if (item.state() != State.IN_EFFECT) {
            refusals.add(Refusal.of("K8", "filing.not-in-effect", code, version));
        }
        if (day.isBefore(today)) {
            refusals.add(Refusal.of("K1", "filing.in-the-past", day));
        }
        refuse(refusals);
        Instant now = time.now();
        change(() -> {
            if (!store.retire(code, version, day)) {
                throw new ChangedMeanwhile(false, List.of("item.retired"));
            }
            history.record(by, code, "item.retired", version, day, now);
        });
        return catalogue.version(code, version);
    }

    /** One change at a time, all of it or nothing; afterwards this node's copy is old. */
    private void change(Runnable work) {
        transaction.executeWithoutResult(status -> {
            store.countChange();
            work.run();
        });
        catalogue.changed();
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    /** The department's approver, also that of the department which has the item so far (K11 moves items, drafts don't). */
    private void mayDraft(Actor by, ItemVersion content) {
        if (by.has(Role.MANAGER)) {
            return;
        }
        String before = catalogue
                .latest(content.code())
                .map(ItemVersion::departmentCode)
                .orElse(content.departmentCode());
        if (by.postIn(Role.APPROVER, content.departmentCode()).isEmpty()
                || by.postIn(Role.APPROVER, before).isEmpty()) {
            throw new NotAllowed("draft items of " + content.departmentCode());
        }
    }

    private static void mustBeManager(Actor by) {
        if (!by.has(Role.MANAGER)) {
            throw new NotAllowed("file items");
        }
    }
}
