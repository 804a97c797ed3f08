package org.onewindow.supervision;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
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
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.ReviewedFile.State;
import org.onewindow.supervision.model.CardEvent;
import org.onewindow.supervision.model.CardFile;
import org.onewindow.supervision.model.Draw;
import org.onewindow.supervision.model.FileReviewRules;
import org.onewindow.supervision.model.FileReviewRules.Reviewer;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.store.CardStore;
import org.onewindow.supervision.store.FileReviewStore;
import org.onewindow.supervision.store.FileReviewStore.Candidate;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to file review (案卷评查, S10): a sample of closed files is drawn, each is scored by somebody who had no part in it, the
 * department may object, and with the conclusion what fails a rule of supervision gets its card.
 */
@Service
public class FileReviews {

    private static final Set<Role> REVIEWING =
            EnumSet.of(Role.SUPERVISOR, Role.MANAGER, Role.HEAD, Role.APPROVER, Role.REVIEWER);

    /** Beyond this a draw would read too much at once; a shorter period will do. */
    private static final int MOST_CANDIDATES = 100_000;

    private static final int MOST_REVIEWERS = 50;
    private static final int MOST_OWN = 100;
    private static final int SEED_BYTES = 8;
    private static final int LONGEST_SEED = 64;

    private final FileReviewStore store;
    private final CardStore cards;
    private final CaseHistories histories;
    private final Standards standards;
    private final Rules rules;
    private final StaffDirectory staff;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    FileReviews(
            FileReviewStore store,
            CardStore cards,
            CaseHistories histories,
            Standards standards,
            Rules rules,
            StaffDirectory staff,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.cards = cards;
        this.histories = histories;
        this.standards = standards;
        this.rules = rules;
        this.staff = staff;
        this.journal = journal;
        this.calendar = calendar;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * What is to be drawn.
     *
     * @param from first day on which the files were closed
     * @param to last day; before today
     * @param department null: all departments
     * @param seed what somebody wants to have in it, or null; it never decides alone
     * @param reviewers sign-in names of who scores, in turn; empty: any supervisor or manager
     */
    public record Wanted(
            String title,
            LocalDate from,
            LocalDate to,
            @Nullable String department,
            int size,
            @Nullable String seed,
            List<String> reviewers) {

        public Wanted {
            reviewers = List.copyOf(reviewers);
        }
    }

    /** A review with its files. */
    public record Whole(FileReview review, List<ReviewedFile> files) {

        public Whole {
            files = List.copyOf(files);
        }
    }

    /**
     * A file with what there is to judge it by.
     *
     * @param history what happened to the case; holds no personal data
     * @param mayScore whether the viewer may
     */
    public record OneFile(
            FileReview review,
            ReviewedFile file,
            ReviewChecklist checklist,
            List<HistoryEntry> history,
            boolean mayScore,
            boolean mayObject,
            boolean mayDecide) {

        public OneFile {
            history = List.copyOf(history);
        }
    }

    /** Whether a draw, done again today, comes to the same. */
    public record Proof(int candidates, String digest, List<String> sample, boolean same) {

        public Proof {
            sample = List.copyOf(sample);
        }
    }

    /** Whether somebody has to do with file reviews at all. */
    public boolean isOpenTo(Actor actor) {
        return Viewing.oversees(actor) || !Viewing.departments(actor).isEmpty();
    }

    /** Whether somebody sees whole reviews, not only files of theirs. */
    public boolean oversees(Actor actor) {
        return Viewing.oversees(actor);
    }

    // --- drawing ---

    /**
     * Draws a sample.
     *
     * @throws NotAllowed nobody but a supervisor or the centre's manager
     * @throws Refused (S10) with every reason
     * @throws InvalidInput for a reviewer who isn't there, or too many
     */
    public Whole draw(Actor actor, Wanted wanted, Function<Whole, @Nullable Answer> answer) {
        Role role = runs(actor);
        List<Refusal> refusals =
                FileReviewRules.draw(wanted.from(), wanted.to(), time.today(), wanted.size(), wanted.title());
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        List<Candidate> candidates = candidates(wanted.from(), wanted.to(), wanted.department());
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            throw new Refused(List.of(
                    candidates.isEmpty()
                            ? Refusal.of("S10", "file-review.none")
                            : Refusal.of("S10", "file-review.many", MOST_CANDIDATES)));
        }
        Map<String, Candidate> byNumber =
                candidates.stream().collect(Collectors.toMap(Candidate::caseNumber, Function.identity(), (a, _) -> a));
        String seed = seed(wanted.seed());
        List<String> drawn = Draw.of(seed, byNumber.keySet(), wanted.size());
        Instant now = time.now();
        FileReview review = new FileReview(
                journal.nextStream(),
                1,
                FileReview.State.OPEN,
                wanted.title().strip(),
                wanted.from(),
                wanted.to(),
                wanted.department(),
                seed,
                byNumber.size(),
                Draw.digest(byNumber.keySet()),
                drawn.size(),
                standards.checklist().version(),
                actor.userName(),
                now,
                null);
        Whole whole = new Whole(
                review,
                files(
                        review,
                        drawn.stream()
                                .map(byNumber::get)
                                .map(Objects::requireNonNull)
                                .toList(),
                        reviewers(wanted.reviewers())));
        NewEvent event = SupervisionJson.event(
                review.id(),
                1,
                new OversightEvent.ReviewDrawn(
                        review.title(),
                        review.from(),
                        review.to(),
                        review.department(),
                        seed,
                        review.candidates(),
                        review.digest(),
                        review.checklist(),
                        drawn),
                actor.userName(),
                role,
                now);
        transaction.executeWithoutResult(_ -> {
            store.insert(whole.files());
            if (!journal.commit(Centre.OURS, store.insertion(review), List.of(event), answer.apply(whole))) {
                throw Bug.found("a file review's number given twice");
            }
        });
        return whole;
    }

    private List<Candidate> candidates(LocalDate from, LocalDate to, @Nullable String department) {
        return store.closed(time.startOf(from), time.startOf(to.plusDays(1)), department, MOST_CANDIDATES + 1);
    }

    /** Always with something nobody knew before: with a seed of one's own, seeds could be tried until the sample suits. */
    private String seed(@Nullable String given) {
        byte[] bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        String madeUp = HexFormat.of().formatHex(bytes);
        if (given == null || given.isBlank()) {
            return madeUp;
        }
        if (given.length() > LONGEST_SEED) {
            throw new InvalidInput("/seed", "too-long", LONGEST_SEED);
        }
        return given.strip() + " " + madeUp;
    }

    private List<Actor> reviewers(List<String> names) {
        if (names.size() > MOST_REVIEWERS) {
            throw new InvalidInput("/reviewers", "too-many", MOST_REVIEWERS);
        }
        return names.stream()
                .distinct()
                .map(name ->
                        reviewing(name).orElseThrow(() -> new InvalidInput("/reviewers", "file-review.reviewer", name)))
                .toList();
    }

    /** Somebody who may be given files to score; empty when nobody has that name, or no longer such a post. */
    private Optional<Actor> reviewing(String name) {
        return staff.actor(name).filter(reviewer -> REVIEWING.stream().anyMatch(reviewer::has));
    }

    /** Files go round among the reviewers; one who had a part in a file is passed over. */
    private List<ReviewedFile> files(FileReview review, List<Candidate> drawn, List<Actor> reviewers) {
        List<ReviewedFile> files = new ArrayList<>();
        int turn = 0;
        for (Candidate candidate : drawn) {
            ReviewedFile file = file(review, candidate, null);
            Set<String> hands = reviewers.isEmpty() ? Set.of() : hands(histories.history(candidate.caseId()));
            for (int i = 0; i < reviewers.size(); i++) {
                Actor reviewer = reviewers.get((turn + i) % reviewers.size());
                if (FileReviewRules.partial(file, reviewer(reviewer, hands)).isEmpty()) {
                    file = file(review, candidate, reviewer.userName());
                    turn += i + 1;
                    break;
                }
            }
            files.add(file);
        }
        return files;
    }

    private ReviewedFile file(FileReview review, Candidate candidate, @Nullable String reviewer) {
        return new ReviewedFile(
                journal.nextStream(),
                0,
                review.id(),
                State.DRAWN,
                candidate.caseId(),
                candidate.caseNumber(),
                candidate.itemCode(),
                candidate.department(),
                reviewer,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Draws again with the recorded seed among the files closed in the period as they are known today. */
    public Proof prove(Actor actor, long id) {
        mustOversee(actor);
        FileReview review = review(id);
        List<String> numbers = candidates(review.from(), review.to(), review.department()).stream()
                .map(Candidate::caseNumber)
                .distinct()
                .toList();
        List<String> sample = Draw.of(review.seed(), numbers, review.size());
        Set<String> drawn =
                store.files(id).stream().map(ReviewedFile::caseNumber).collect(Collectors.toSet());
        String digest = Draw.digest(numbers);
        return new Proof(
                numbers.size(), digest, sample, digest.equals(review.digest()) && drawn.equals(Set.copyOf(sample)));
    }

    // --- looking ---

    /**
     * Reviews, latest first.
     *
     * @throws NotAllowed nobody but overseers
     */
    public Page<FileReview> list(Actor actor, @Nullable String after, int limit) {
        mustOversee(actor);
        long before = after == null ? Long.MAX_VALUE : number(after);
        return Page.of(store.reviews(before, limit + 1), limit, review -> Cursor.of(Long.toString(review.id())));
    }

    /** Files that are somebody's to score, and those of their departments; latest first, at most a hundred. */
    public List<ReviewedFile> mine(Actor actor) {
        if (!isOpenTo(actor)) {
            throw new NotAllowed("file reviews");
        }
        return store.filesFor(actor.userName(), Viewing.departments(actor), MOST_OWN);
    }

    /** A review with its files, as far as they are the actor's to see. */
    public Whole find(Actor actor, long id) {
        mustOversee(actor);
        return new Whole(review(id), store.files(id));
    }

    /**
     * A file with what there is to judge it by.
     *
     * @throws NotAllowed nobody but overseers, who is to score it, and its department
     */
    public OneFile file(Actor actor, long id) {
        ReviewedFile file = get(id);
        boolean theirs = Viewing.departments(actor).contains(file.department());
        if (!Viewing.oversees(actor) && !theirs && !actor.userName().equals(file.reviewer())) {
            throw new NotAllowed("file");
        }
        FileReview review = review(file.review());
        boolean open = review.state() == FileReview.State.OPEN;
        List<HistoryEntry> history = histories.history(file.caseId());
        return new OneFile(
                review,
                file,
                standards.checklist(review.checklist()),
                history,
                open
                        && file.state() == State.DRAWN
                        && isToScore(actor, file)
                        && FileReviewRules.partial(file, reviewer(actor, hands(history)))
                                .isEmpty(),
                theirs && FileReviewRules.object(file, "?", time.now()).isEmpty(),
                file.state() == State.OBJECTED
                        && decides(actor)
                        && !actor.userName().equals(file.scoredBy()));
    }

    // --- scoring ---

    /**
     * Scores a file.
     *
     * @param deductions what is taken off; none: the full score
     * @throws NotAllowed nobody but who is to score it; where nobody is named or whoever was is gone, any supervisor or manager
     * @throws Refused (S10) with every reason
     */
    public ReviewedFile score(
            Actor actor,
            long id,
            List<Deduction> deductions,
            @Nullable Long expectedVersion,
            Function<ReviewedFile, @Nullable Answer> answer) {
        ReviewedFile file = get(id);
        if (!isToScore(actor, file)) {
            throw new NotAllowed("file");
        }
        FileReview review = review(file.review());
        ReviewChecklist checklist = standards.checklist(review.checklist());
        Reviewer reviewer = reviewer(actor, hands(histories.history(file.caseId())));
        refuse(FileReviewRules.score(review, file, reviewer, checklist, deductions));
        Instant now = time.now();
        ReviewedFile scored = new ReviewedFile(
                file.id(),
                file.version() + 1,
                file.review(),
                State.SCORED,
                file.caseId(),
                file.caseNumber(),
                file.itemCode(),
                file.department(),
                file.reviewer(),
                FileReviewRules.score(deductions),
                FileReviewRules.grade(checklist, deductions),
                deductions,
                actor.userName(),
                now,
                objectBy(now, checklist),
                null,
                null);
        return write(
                actor,
                file,
                scored,
                new OversightEvent.FileScored(
                        file.review(),
                        file.caseNumber(),
                        FileReviewRules.score(deductions),
                        FileReviewRules.grade(checklist, deductions),
                        deductions),
                expectedVersion,
                answer);
    }

    private Instant objectBy(Instant from, ReviewChecklist checklist) {
        WorkingCalendar edition = calendar.current();
        LocalDate last = edition.workingDayAfter(time.dayOf(from), checklist.objectionDays());
        return time.at(last, edition.closingTime(last));
    }

    /**
     * Objects to a score, for the department (once).
     *
     * @throws NotAllowed nobody but the department's own people
     */
    public ReviewedFile object(
            Actor actor,
            long id,
            @Nullable String objection,
            @Nullable Long expectedVersion,
            Function<ReviewedFile, @Nullable Answer> answer) {
        ReviewedFile file = get(id);
        if (!Viewing.departments(actor).contains(file.department())) {
            throw new NotAllowed("file");
        }
        String said = objection == null ? "" : objection.strip();
        refuse(FileReviewRules.object(file, said, time.now()));
        return write(
                actor,
                file,
                with(file, State.OBJECTED, file.deductions(), said, null),
                new OversightEvent.FileObjected(file.review(), said),
                expectedVersion,
                answer);
    }

    /**
     * Decides on an objection: the manager or a leader, never who scored.
     *
     * @param deductions what is taken off from now on; null: the score stands
     */
    public ReviewedFile decide(
            Actor actor,
            long id,
            @Nullable List<Deduction> deductions,
            @Nullable String reason,
            @Nullable Long expectedVersion,
            Function<ReviewedFile, @Nullable Answer> answer) {
        ReviewedFile file = get(id);
        if (!decides(actor)) {
            throw new NotAllowed("file");
        }
        String said = reason == null ? "" : reason.strip();
        ReviewChecklist checklist = standards.checklist(review(file.review()).checklist());
        refuse(FileReviewRules.decide(file, actor.userName(), said, checklist, deductions));
        List<Deduction> now = deductions == null ? file.deductions() : deductions;
        return write(
                actor,
                file,
                with(file, State.DECIDED, now, file.objection(), said),
                new OversightEvent.FileDecided(
                        file.review(),
                        deductions != null,
                        FileReviewRules.score(now),
                        FileReviewRules.grade(checklist, now),
                        now,
                        said),
                expectedVersion,
                answer);
    }

    private ReviewedFile with(
            ReviewedFile file,
            State state,
            List<Deduction> deductions,
            @Nullable String objection,
            @Nullable String answer) {
        ReviewChecklist checklist = standards.checklist(review(file.review()).checklist());
        return new ReviewedFile(
                file.id(),
                file.version() + 1,
                file.review(),
                state,
                file.caseId(),
                file.caseNumber(),
                file.itemCode(),
                file.department(),
                file.reviewer(),
                FileReviewRules.score(deductions),
                FileReviewRules.grade(checklist, deductions),
                deductions,
                file.scoredBy(),
                file.scoredAt(),
                file.objectBy(),
                objection,
                answer);
    }

    private ReviewedFile write(
            Actor actor,
            ReviewedFile seen,
            ReviewedFile after,
            OversightEvent event,
            @Nullable Long expectedVersion,
            Function<ReviewedFile, @Nullable Answer> answer) {
        if (expectedVersion != null && expectedVersion != seen.version()) {
            throw new ChangedMeanwhile(true, List.of());
        }
        Role role = actor.posts().stream().map(Post::role).findFirst().orElse(null);
        boolean done = journal.commit(
                Centre.OURS,
                store.change(after, seen.version()),
                List.of(SupervisionJson.event(after.id(), after.version(), event, actor.userName(), role, time.now())),
                answer.apply(after));
        if (!done) {
            throw new ChangedMeanwhile(expectedVersion != null, List.of());
        }
        return after;
    }

    // --- concluding ---

    /**
     * Concludes a review once every file is scored and every objection decided: the report stands, and what fails a rule of
     * supervision gets its card (S1), unless it has one already.
     *
     * @throws NotAllowed nobody but a supervisor or the centre's manager
     * @throws Refused (S10) with every reason
     */
    public Whole conclude(
            Actor actor, long id, @Nullable Long expectedVersion, Function<Whole, @Nullable Answer> answer) {
        Role role = runs(actor);
        return Objects.requireNonNull(transaction.execute(_ -> {
            store.lock(id);
            FileReview review = review(id);
            if (expectedVersion != null && expectedVersion != review.version()) {
                throw new ChangedMeanwhile(true, List.of());
            }
            List<ReviewedFile> files = store.files(id);
            Instant now = time.now();
            refuse(FileReviewRules.conclude(review, files, now));
            Whole after = new Whole(review.concluded(now), files);
            Raising raising = new Raising(standards.checklist(review.checklist()), now);
            files.forEach(raising::failures);
            if (!raising.cards.isEmpty()) {
                cards.insert(raising.cards, Map.of());
                journal.append(Centre.OURS, raising.events);
            }
            NewEvent event = SupervisionJson.event(
                    id,
                    after.review().version(),
                    new OversightEvent.ReviewConcluded(
                            files.size(),
                            raising.cards.stream().map(CardFile::id).toList()),
                    actor.userName(),
                    role,
                    now);
            if (!journal.commit(
                    Centre.OURS,
                    store.conclusion(after.review(), review.version()),
                    List.of(event),
                    answer.apply(after))) {
                throw new ChangedMeanwhile(expectedVersion != null, List.of());
            }
            return after;
        }));
    }

    /** The cards a conclusion raises. */
    private final class Raising {

        private final ReviewChecklist checklist;
        private final Instant now;
        private final RuleSet inForce = rules.on(time.today());
        private final List<CardFile> cards = new ArrayList<>();
        private final List<NewEvent> events = new ArrayList<>();

        Raising(ReviewChecklist checklist, Instant now) {
            this.checklist = checklist;
            this.now = now;
        }

        void failures(ReviewedFile file) {
            Map<ContentRule, Boolean> failed = new HashMap<>();
            for (Deduction deduction : file.deductions()) {
                ContentRule rule = checklist
                        .point(deduction.point())
                        .map(ReviewChecklist.Point::rule)
                        .orElse(null);
                Colour colour = rule == null ? null : inForce.contents().get(rule);
                if (rule != null && colour != null && failed.put(rule, true) == null && !hasOne(file, rule)) {
                    raise(file, rule, colour);
                }
            }
        }

        private boolean hasOne(ReviewedFile file, ContentRule rule) {
            CardQuery ofCase = CardQuery.ALL.ofCase(file.caseNumber());
            return FileReviews.this.cards.list(ofCase, MOST_OWN).stream()
                    .anyMatch(card -> card.state() != CardState.LIFTED
                            && card.key().reference().startsWith(rule.name() + ":"));
        }

        private void raise(ReviewedFile file, ContentRule rule, Colour colour) {
            List<StaffMember> heads = staff.holders(Role.HEAD, file.department());
            WorkingCalendar edition = calendar.current();
            LocalDate last =
                    edition.workingDayAfter(time.dayOf(now), inForce.replies().explanation());
            Integer version = histories.versions(List.of(file.caseId())).get(file.caseId());
            CardEvent.Raised raised = new CardEvent.Raised(
                    colour,
                    rule.rule(),
                    inForce.id(),
                    file.caseId(),
                    file.caseId(),
                    file.caseNumber(),
                    version == null ? 0 : version,
                    file.department(),
                    null,
                    "",
                    rule.name() + ":review-" + file.review(),
                    now,
                    null,
                    null,
                    Role.HEAD.name(),
                    heads.size() == 1 ? heads.getFirst().userName() : null,
                    time.at(last, edition.closingTime(last)),
                    inForce.points().of(colour),
                    false);
            long id = journal.nextStream();
            cards.add(CardFile.raised(id, raised, now, now));
            events.add(new NewEvent(
                    id,
                    1,
                    CardEvent.nameOf(raised),
                    Actor.SYSTEM.userName(),
                    null,
                    null,
                    now,
                    SupervisionJson.write(raised)));
        }
    }

    // --- who may ---

    private static Role runs(Actor actor) {
        for (Role role : List.of(Role.SUPERVISOR, Role.MANAGER)) {
            if (actor.has(role)) {
                return role;
            }
        }
        throw new NotAllowed("file reviews");
    }

    private static boolean decides(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.LEADER);
    }

    private boolean isToScore(Actor actor, ReviewedFile file) {
        String reviewer = file.reviewer();
        if (reviewer != null && reviewing(reviewer).isPresent()) {
            return reviewer.equals(actor.userName());
        }
        return actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER);
    }

    private static Reviewer reviewer(Actor actor, Set<String> hands) {
        return new Reviewer(actor.userName(), Set.copyOf(Viewing.departments(actor)), hands.contains(actor.userName()));
    }

    /** Who had a part in a case. */
    private static Set<String> hands(List<HistoryEntry> history) {
        return history.stream().map(HistoryEntry::actor).collect(Collectors.toSet());
    }

    private static void mustOversee(Actor actor) {
        if (!Viewing.oversees(actor)) {
            throw new NotAllowed("file reviews");
        }
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private FileReview review(long id) {
        return store.review(id).orElseThrow(() -> new NotFound("file review"));
    }

    private ReviewedFile get(long id) {
        return store.file(id).orElseThrow(() -> new NotFound("file"));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }
}
