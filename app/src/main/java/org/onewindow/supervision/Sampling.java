package org.onewindow.supervision;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.supervision.FileReviews.Proof;
import org.onewindow.supervision.FileReviews.Wanted;
import org.onewindow.supervision.FileReviews.Whole;
import org.onewindow.supervision.model.Draw;
import org.onewindow.supervision.model.FileReviewRules;
import org.onewindow.supervision.store.FileReviewStore;
import org.onewindow.supervision.store.FileReviewStore.Candidate;
import org.springframework.stereotype.Component;

/** Which closed files a review looks at, so that anybody can draw the same again, and who is to score each (S10). */
@Component
class Sampling {

    /** Beyond this a draw would read too much at once; a shorter period will do. */
    private static final int MOST_CANDIDATES = 100_000;

    private static final int SEED_BYTES = 8;
    private static final int LONGEST_SEED = 64;

    private final FileReviewStore store;
    private final Reviewers reviewers;
    private final CaseHistories histories;
    private final Standards standards;
    private final Journal journal;
    private final CentreTime time;
    private final SecureRandom random = new SecureRandom();

    Sampling(
            FileReviewStore store,
            Reviewers reviewers,
            CaseHistories histories,
            Standards standards,
            Journal journal,
            CentreTime time) {
        this.store = store;
        this.reviewers = reviewers;
        this.histories = histories;
        this.standards = standards;
        this.journal = journal;
        this.time = time;
    }

    /**
     * A review with its sample; nothing of it is kept yet.
     *
     * @throws Refused (S10) with every reason
     * @throws InvalidInput for a reviewer who isn't there, or too many
     */
    Whole draw(Actor by, Wanted wanted) {
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
                by.userName(),
                time.now(),
                null);
        return new Whole(
                review,
                files(
                        review,
                        drawn.stream()
                                .map(byNumber::get)
                                .map(Objects::requireNonNull)
                                .toList(),
                        reviewers.named(wanted.reviewers())));
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

    /** Files go round among the reviewers; one who had a part in a file is passed over. */
    private List<ReviewedFile> files(FileReview review, List<Candidate> drawn, List<Actor> among) {
        List<ReviewedFile> files = new ArrayList<>();
        int turn = 0;
        for (Candidate candidate : drawn) {
            ReviewedFile file = file(review, candidate, null);
            List<HistoryEntry> history = among.isEmpty() ? List.of() : histories.history(candidate.caseId());
            for (int i = 0; i < among.size(); i++) {
                Actor reviewer = among.get((turn + i) % among.size());
                if (FileReviewRules.partial(file, Reviewers.of(reviewer, history))
                        .isEmpty()) {
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
        return ReviewedFile.drawn(
                journal.nextStream(),
                review.id(),
                candidate.caseId(),
                candidate.caseNumber(),
                candidate.itemCode(),
                candidate.department(),
                reviewer);
    }

    /** Draws again with the recorded seed among the files closed in the period as they are known today. */
    Proof prove(FileReview review, List<ReviewedFile> files) {
        List<String> numbers = candidates(review.from(), review.to(), review.department()).stream()
                .map(Candidate::caseNumber)
                .distinct()
                .toList();
        List<String> sample = Draw.of(review.seed(), numbers, review.size());
        Set<String> drawn = files.stream().map(ReviewedFile::caseNumber).collect(Collectors.toSet());
        String digest = Draw.digest(numbers);
        return new Proof(
                numbers.size(), digest, sample, digest.equals(review.digest()) && drawn.equals(Set.copyOf(sample)));
    }
}
