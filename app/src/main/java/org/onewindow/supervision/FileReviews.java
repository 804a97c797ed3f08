package org.onewindow.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import org.onewindow.supervision.ReviewedFile.Grade;
import org.onewindow.supervision.ReviewedFile.State;
import org.onewindow.supervision.model.FileReviewRules;
import org.onewindow.supervision.model.FileReviewRules.Reviewer;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.store.FileReviewStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door to file review (案卷评查, S10): a sample of closed files is drawn, each is scored by somebody who had no part in it, the
 * department may object, and with the conclusion what fails a rule of supervision gets its card.
 */
@Service
public class FileReviews {

    private static final int MOST_OWN = 100;

    private final FileReviewStore store;
    private final Sampling sampling;
    private final Reviewers reviewers;
    private final ReviewCards cards;
    private final CaseHistories histories;
    private final Standards standards;
    private final Journal journal;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    FileReviews(
            FileReviewStore store,
            Sampling sampling,
            Reviewers reviewers,
            ReviewCards cards,
            CaseHistories histories,
            Standards standards,
            Journal journal,
            CentreCalendar calendar,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.sampling = sampling;
        this.reviewers = reviewers;
        this.cards = cards;
        this.histories = histories;
        this.standards = standards;
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
        Whole whole = sampling.draw(actor, wanted);
        FileReview review = whole.review();
        NewEvent event = SupervisionJson.event(
                review.id(),
                1,
                new OversightEvent.ReviewDrawn(
                        review.title(),
                        review.from(),
                        review.to(),
                        review.department(),
                        review.seed(),
                        review.candidates(),
                        review.digest(),
                        review.checklist(),
                        whole.files().stream().map(ReviewedFile::caseNumber).toList()),
                actor.userName(),
                role,
                review.drawnAt());
        transaction.executeWithoutResult(_ -> {
            store.insert(whole.files());
            if (!journal.commit(Centre.OURS, store.insertion(review), List.of(event), answer.apply(whole))) {
                throw Bug.found("a file review's number given twice");
            }
        });
        return whole;
    }

    /** Draws again with the recorded seed among the files closed in the period as they are known today. */
    public Proof prove(Actor actor, long id) {
        mustOversee(actor);
        return sampling.prove(review(id), store.files(id));
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
                        && reviewers.isToScore(actor, file)
                        && FileReviewRules.partial(file, Reviewers.of(actor, history))
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
        if (!reviewers.isToScore(actor, file)) {
            throw new NotAllowed("file");
        }
        FileReview review = review(file.review());
        ReviewChecklist checklist = standards.checklist(review.checklist());
        Reviewer reviewer = Reviewers.of(actor, histories.history(file.caseId()));
        refuse(FileReviewRules.score(review, file, reviewer, checklist, deductions));
        int score = FileReviewRules.score(deductions);
        Grade grade = FileReviewRules.grade(checklist, deductions);
        Instant now = time.now();
        return write(
                actor,
                file,
                file.scored(score, grade, deductions, actor.userName(), now, objectBy(now, checklist)),
                new OversightEvent.FileScored(file.review(), file.caseNumber(), score, grade, deductions),
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
                file.objected(said),
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
        List<Deduction> stands = deductions == null ? file.deductions() : deductions;
        int score = FileReviewRules.score(stands);
        Grade grade = FileReviewRules.grade(checklist, stands);
        return write(
                actor,
                file,
                file.decided(score, grade, stands, said),
                new OversightEvent.FileDecided(file.review(), deductions != null, score, grade, stands, said),
                expectedVersion,
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
            List<Long> raised = cards.raise(files, standards.checklist(review.checklist()), now);
            NewEvent event = SupervisionJson.event(
                    id,
                    after.review().version(),
                    new OversightEvent.ReviewConcluded(files.size(), raised),
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
