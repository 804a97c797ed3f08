package org.onewindow.joint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.joint.Theme.State;
import org.onewindow.joint.model.OfficeEvent;
import org.onewindow.joint.model.ThemeRules;
import org.onewindow.joint.model.ThemeSize;
import org.onewindow.joint.store.OfficeEvents;
import org.onewindow.joint.store.ThemeStore;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to themes: what the public finds, and drafts, filing and retirement (J1). The lead department's approver drafts, the
 * centre's manager may draft any and alone files and retires, as with items. Every change is an event {@code joint.theme-*}.
 */
@Service
public class Themes {

    private final ThemeStore store;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    Themes(
            ThemeStore store,
            Journal journal,
            Catalogue catalogue,
            Divisions divisions,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.journal = journal;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.time = time;
        this.transaction = transaction;
    }

    /** Themes in effect today, by code. */
    public List<Theme> inEffect() {
        return readable(store.all()).stream()
                .filter(theme -> theme.state() == State.IN_EFFECT)
                .toList();
    }

    /** The version of a theme in effect today. */
    public Optional<Theme> inEffect(String code) {
        return readable(store.versions(code)).stream()
                .filter(theme -> theme.state() == State.IN_EFFECT)
                .findFirst();
    }

    /**
     * A version, drafts too; for applications received under it.
     *
     * @throws NotFound there is none
     */
    public Theme version(String code, int version) {
        return readable(store.versions(code)).stream()
                .filter(theme -> theme.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("theme"));
    }

    /** Of every theme the latest version in effect and the open draft, as far as the actor may see them. */
    public List<Theme> editable(Actor actor) {
        return readable(store.all()).stream()
                .filter(theme -> theme.state() != State.SUPERSEDED && mayDraft(actor, theme.leadDepartment()))
                .toList();
    }

    /** A version for those who may edit it. */
    public Theme version(Actor actor, String code, int version) {
        Theme theme = version(code, version);
        if (theme.state() == State.DRAFT && !mayDraft(actor, theme.leadDepartment())) {
            throw new NotAllowed("theme");
        }
        return theme;
    }

    private List<Theme> readable(List<ThemeStore.Row> rows) {
        LocalDate today = time.today();
        Map<String, Integer> current = new LinkedHashMap<>();
        for (ThemeStore.Row row : rows) {
            LocalDate from = row.effectiveFrom();
            if (from != null && !from.isAfter(today)) {
                current.put(row.content().code(), row.content().version());
            }
        }
        return rows.stream()
                .map(row -> row.content().in(row.content().version(), state(row, today, current), row.effectiveFrom()))
                .toList();
    }

    private static State state(ThemeStore.Row row, LocalDate today, Map<String, Integer> current) {
        LocalDate from = row.effectiveFrom();
        if (from == null) {
            return State.DRAFT;
        }
        LocalDate retired = row.retiredFrom();
        if (retired != null && !retired.isAfter(today)) {
            return State.RETIRED;
        }
        if (from.isAfter(today)) {
            return State.FILED;
        }
        return Objects.equals(current.get(row.content().code()), row.content().version())
                ? State.IN_EFFECT
                : State.SUPERSEDED;
    }

    /**
     * Writes a draft: the next version, or the open draft anew.
     *
     * @param content its number, state and date count for nothing
     * @throws NotAllowed neither the lead department's approver nor the manager
     * @throws InvalidInput larger than a theme may be
     */
    public Theme draft(Actor actor, Theme content) {
        if (!mayDraft(actor, content.leadDepartment())) {
            throw new NotAllowed("theme");
        }
        ThemeSize.check(content);
        List<ThemeStore.Row> versions = store.versions(content.code());
        if (!versions.isEmpty() && !mayDraft(actor, versions.getLast().content().leadDepartment())) {
            throw new NotAllowed("theme");
        }
        int number = versions.isEmpty()
                ? 1
                : versions.getLast().content().version() + (versions.getLast().filed() ? 1 : 0);
        Theme draft = content.in(number, State.DRAFT, null);
        transaction.executeWithoutResult(_ -> {
            record(actor, draft.code(), new OfficeEvent.ThemeDrafted(draft.code(), number));
            store.putDraft(draft);
        });
        return draft;
    }

    /** Why a draft couldn't be filed now; empty when it could. */
    public List<Refusal> obstacles(Theme draft) {
        Set<String> departments =
                divisions.departments().stream().map(Department::code).collect(Collectors.toSet());
        return ThemeRules.obstacles(draft, catalogue::inEffect, departments);
    }

    /**
     * Files a draft: from its day on it is in effect and the version before it superseded.
     *
     * @param effectiveFrom today or later; null for today
     * @throws NotAllowed nobody but the manager
     * @throws Refused with all reasons
     */
    public Theme file(Actor actor, String code, int version, @Nullable LocalDate effectiveFrom) {
        manager(actor);
        Theme draft = version(code, version);
        List<Refusal> refusals = new ArrayList<>();
        if (draft.state() == State.DRAFT) {
            refusals.addAll(obstacles(draft));
        } else {
            refusals.add(Refusal.of("K1", "theme.not-a-draft"));
        }
        LocalDate from = day(effectiveFrom, "/effectiveFrom");
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        transaction.executeWithoutResult(_ -> {
            record(actor, code, new OfficeEvent.ThemeFiled(code, version, from));
            if (!store.file(code, version, from)) {
                throw new ChangedMeanwhile(false, List.of("joint.theme-filed"));
            }
        });
        return version(code, version);
    }

    /**
     * Retires a theme: from a day on nobody can apply for it; what is open runs to its end.
     *
     * @param from today or later; null for today
     */
    public Theme retire(Actor actor, String code, int version, @Nullable LocalDate from) {
        manager(actor);
        Theme theme = version(code, version);
        LocalDate day = day(from, "/from");
        if (theme.state() != State.IN_EFFECT && theme.state() != State.FILED) {
            throw new Refused(List.of(Refusal.of("K8", "theme.not-filed")));
        }
        transaction.executeWithoutResult(_ -> {
            record(actor, code, new OfficeEvent.ThemeRetired(code, version, day));
            if (!store.retire(code, version, day)) {
                throw new ChangedMeanwhile(false, List.of("joint.theme-retired"));
            }
        });
        return version(code, version);
    }

    /** Files themes at once, in effect from today: for a catalogue just loaded. In the caller's transaction, or all or nothing. */
    public void fileAll(List<Theme> themes) {
        List<Refusal> refusals =
                themes.stream().flatMap(theme -> obstacles(theme).stream()).toList();
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        transaction.executeWithoutResult(_ -> themes.forEach(theme -> {
            Theme first = theme.in(1, State.DRAFT, null);
            record(Actor.SYSTEM, first.code(), new OfficeEvent.ThemeDrafted(first.code(), 1));
            store.putDraft(first);
            record(Actor.SYSTEM, first.code(), new OfficeEvent.ThemeFiled(first.code(), 1, time.today()));
            store.file(first.code(), 1, time.today());
        }));
    }

    private void record(Actor actor, String theme, OfficeEvent happened) {
        Optional<ThemeStore.Stream> known = store.streamOf(theme);
        long stream = known.map(ThemeStore.Stream::id).orElseGet(journal::nextStream);
        int events = known.map(ThemeStore.Stream::events).orElse(0);
        NewEvent event = new NewEvent(
                stream,
                events + 1,
                OfficeEvents.type(happened),
                actor.userName(),
                actor.posts().stream()
                        .filter(post -> post.role() == Role.MANAGER || post.role() == Role.APPROVER)
                        .map(post -> post.role().name())
                        .findFirst()
                        .orElse(null),
                null,
                time.now(),
                OfficeEvents.body(happened));
        boolean written = journal.commit(
                Centre.OURS,
                known.isEmpty() ? ThemeStore.insertion(theme, stream) : ThemeStore.countEvent(theme, events),
                List.of(event),
                null);
        if (!written) {
            throw new ChangedMeanwhile(false, List.of(OfficeEvents.type(happened)));
        }
    }

    private LocalDate day(@Nullable LocalDate given, String pointer) {
        LocalDate today = time.today();
        if (given != null && given.isBefore(today)) {
            throw new InvalidInput(pointer, "joint.past", today);
        }
        return given == null ? today : given;
    }

    private static boolean mayDraft(Actor actor, String department) {
        Predicate<Post> drafts = post ->
                post.role() == Role.MANAGER || (post.role() == Role.APPROVER && department.equals(post.department()));
        return actor.posts().stream().anyMatch(drafts);
    }

    private static void manager(Actor actor) {
        if (!actor.has(Role.MANAGER)) {
            throw new NotAllowed("theme");
        }
    }
}
