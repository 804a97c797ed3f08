package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseFile.Decision;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Lifecycle;
import org.onewindow.cases.model.Posts;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.cases.store.CaseStore.Found;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.Parties;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Service;

/** The door for looking at cases. Shows nobody more than their posts do (C14, N4). */
@Service
public class CaseReading {

    private static final Set<Role> OVERSEERS =
            Set.of(Role.LEADER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN, Role.CASHIER);

    private final CaseStore store;
    private final RecentCases recent;
    private final CaseWriter writer;
    private final CaseViews views;
    private final QueryCodes codes;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final Parties parties;
    private final OwnMatters ownMatters;
    private final EarlierCommitments commitments;
    private final CentreTime time;

    CaseReading(
            CaseStore store,
            RecentCases recent,
            CaseWriter writer,
            CaseViews views,
            QueryCodes codes,
            Catalogue catalogue,
            CentreCalendar calendar,
            Parties parties,
            OwnMatters ownMatters,
            EarlierCommitments commitments,
            CentreTime time) {
        this.store = store;
        this.recent = recent;
        this.writer = writer;
        this.views = views;
        this.codes = codes;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.parties = parties;
        this.ownMatters = ownMatters;
        this.commitments = commitments;
        this.time = time;
    }

    /**
     * A case.
     *
     * @throws NotFound no such case
     * @throws NotAllowed it isn't the actor's to see
     */
    public CaseView find(Actor actor, String number) {
        Found found = found(actor, number);
        CaseFile file = found.file();
        ItemVersion item = item(file);
        boolean broke = item.commitment() != null
                && Lifecycle.knows(file.state(), CaseCommand.ACCEPT)
                && commitments.anyBrokeOne(file);
        Context context = context(actor, item, ownMatters.isPartyTo(actor.userName(), found), broke);
        return views.of(file, context, found.applicant());
    }

    /** What happened to a case, oldest first. */
    public List<HistoryEntry> history(Actor actor, String number) {
        CaseFile file = seen(actor, number);
        return writer.history(file.id()).stream().map(HistoryEntry::of).toList();
    }

    /**
     * Cases that fit, as far as the actor may see them.
     *
     * @throws NotAllowed when a window or department is asked for that isn't theirs
     */
    public Page<CaseSummary> list(Actor actor, CaseQuery query, int limit) {
        CaseQuery narrowed = narrowed(actor, query);
        List<CaseStore.Row> rows = store.list(Centre.OURS, narrowed, limit + 1);
        List<Long> applicants =
                rows.stream().map(row -> row.file().applicant()).distinct().toList();
        Map<Long, MaskedParty> masked = parties.masked(applicants);
        return Page.of(rows, limit, row -> CaseStore.cursor(narrowed, row))
                .map(row -> summary(
                        actor, row, Objects.requireNonNull(masked.get(row.file().applicant()))));
    }

    /** Earlier cases of a person or organisation that the actor may see, newest first: for whoever takes in another (N4). */
    public List<CaseSummary> earlier(Actor actor, String idNumber, int limit) {
        List<Long> applicants = parties.withIdNumber(idNumber);
        Map<Long, MaskedParty> masked = parties.masked(applicants);
        return store.ofApplicants(applicants, limit).stream()
                .filter(file -> Posts.maySee(actor, file))
                .map(file -> summary(
                        actor, new CaseStore.Row(file, null), Objects.requireNonNull(masked.get(file.applicant()))))
                .toList();
    }

    /** A case for whoever knows its query code; empty for a wrong number and a wrong code alike (C11). */
    public Optional<PublicCase> track(String number, String code) {
        return CaseNumber.parse(number)
                .flatMap(parsed -> store.find(parsed.toString()))
                .filter(file -> codes.matches(file, code))
                .map(this::publicCase);
    }

    /** What feedback needs to know of a case that was tracked; empty as {@link #track}. */
    public Optional<Long> idOf(String number, String code) {
        return CaseNumber.parse(number)
                .flatMap(parsed -> store.find(parsed.toString()))
                .filter(file -> codes.matches(file, code))
                .map(CaseFile::id);
    }

    private PublicCase publicCase(CaseFile file) {
        ItemVersion item = item(file);
        Decision decision = file.decision();
        return new PublicCase(
                file.number(),
                file.state(),
                item,
                file.receivedOn(),
                file.receivedAt(),
                CaseViews.steps(file, item),
                CaseClocks.read(file, item, calendar.current(), time, time.now()),
                CaseViews.openPoints(file),
                (decision == null || file.completedAt() == null) ? null : decision.granted(),
                file.commitmentState(),
                isRateable(file.state()));
    }

    private static boolean isRateable(CaseState state) {
        return switch (state) {
            case COMPLETED, DELIVERED, NOT_ACCEPTED, WITHDRAWN, TERMINATED -> true;
            case WAITING, RECEIVED, AWAITING_SUPPLEMENT, ACCEPTED, SUSPENDED, FORWARDED, DECIDED, VOID -> false;
        };
    }

    private CaseSummary summary(Actor actor, CaseStore.Row row, MaskedParty applicant) {
        CaseFile file = row.file();
        ItemVersion item = item(file);
        Context context = context(actor, item, false, false);
        List<ClockReading> clocks = CaseClocks.read(file, item, context.calendar(), time, context.now());
        Instant due = CaseClocks.nextDue(clocks, file.state());
        ClockReading clock = clocks.stream()
                .filter(reading -> due != null && due.equals(reading.dueAt()))
                .filter(ClockReading::open)
                .findFirst()
                .orElse(null);
        return new CaseSummary(
                file.number(),
                file.state(),
                item,
                applicant,
                file.department(),
                file.window(),
                file.station(),
                file.holder(),
                file.currentStep().map(StepRun::code).orElse(null),
                file.receivedAt(),
                due,
                clock,
                clocks.stream()
                        .filter(reading -> reading.kind() == ClockKind.SUPPLEMENT && reading.open())
                        .findFirst()
                        .orElse(null),
                file.remindedAt() != null,
                next(actor, file, context),
                file.commitmentState(),
                file.joint(),
                file.version());
    }

    private static @Nullable CaseCommand next(Actor actor, CaseFile file, Context context) {
        return Lifecycle.commands(file.state()).stream()
                .filter(CaseCommand::bringsForward)
                .filter(command -> CaseRules.blocked(command, file, context).isEmpty())
                .filter(command ->
                        Posts.giving(command, actor, file, context.item()).isPresent())
                .findFirst()
                .orElse(null);
    }

    /** A query narrowed down to what the actor's posts show. */
    static CaseQuery narrowed(Actor actor, CaseQuery query) {
        if (actor.posts().stream().anyMatch(post -> OVERSEERS.contains(post.role()))) {
            return query;
        }
        Set<String> windows = new LinkedHashSet<>();
        Set<String> departments = new LinkedHashSet<>();
        String station = null;
        for (Post post : actor.posts()) {
            switch (post.role()) {
                case CLERK -> add(windows, post.window());
                case REVIEWER, APPROVER, HEAD -> add(departments, post.department());
                case AGENT -> station = post.division();
                case LEADER, SUPERVISOR, MANAGER, ADMIN, CASHIER -> {
                    // Overseers, handled above.
                }
            }
        }
        if (!windows.containsAll(query.windows()) && departments.isEmpty()) {
            throw new NotAllowed("window");
        }
        if (!departments.isEmpty()) {
            if (!departments.containsAll(query.departments())) {
                throw new NotAllowed("department");
            }
            return query.departments().isEmpty() ? query.inDepartments(new ArrayList<>(departments)) : query;
        }
        if (!windows.isEmpty()) {
            return query.windows().isEmpty() ? query.atWindows(new ArrayList<>(windows)) : query;
        }
        if (station != null) {
            return query.atStation(station);
        }
        throw new NotAllowed("cases");
    }

    private static void add(Set<String> set, @Nullable String value) {
        if (value != null) {
            set.add(value);
        }
    }

    /** The facts of a case the actor may see. */
    CaseFile seen(Actor actor, String number) {
        return found(actor, number).file();
    }

    private Found found(Actor actor, String number) {
        Found found = CaseNumber.parse(number)
                .flatMap(parsed -> store.findWithApplicant(parsed.toString()))
                .orElseThrow(() -> new NotFound("case"));
        if (!Posts.maySee(actor, found.file())) {
            throw new NotAllowed("case");
        }
        recent.note(found);
        return found;
    }

    ItemVersion item(CaseFile file) {
        return catalogue.version(file.itemCode(), file.itemVersion());
    }

    private Context context(Actor actor, ItemVersion item, boolean ownMatter, boolean brokeCommitment) {
        return new Context(
                actor, item, calendar.current(), time, time.now(), true, ownMatter, null, brokeCommitment, 0);
    }
}
