package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.PublicCase;
import org.onewindow.feedback.store.EvaluationStore;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.springframework.stereotype.Service;

/** The door for evaluating a case: once, by whoever holds the receipt's code (F1). Staff can't. */
@Service
public class Evaluations {

    private final CaseReading cases;
    private final EvaluationStore store;
    private final Journal journal;
    private final CentreTime time;

    Evaluations(CaseReading cases, EvaluationStore store, Journal journal, CentreTime time) {
        this.cases = cases;
        this.store = store;
        this.journal = journal;
        this.time = time;
    }

    /**
     * Keeps an evaluation.
     *
     * @throws NotFound wrong number or code
     * @throws Refused (F1) while the case isn't finished
     * @throws ChangedMeanwhile it was evaluated before
     */
    public Evaluation evaluate(String number, String code, Grade grade, List<String> tags, String comment) {
        PublicCase followed = cases.track(number, code).orElseThrow(() -> new NotFound("case"));
        long caseId = cases.idOf(number, code).orElseThrow(() -> new NotFound("case"));
        if (!followed.rateable()) {
            throw new Refused(List.of(Refusal.of("F1", "evaluation.early", followed.state())));
        }
        Instant now = time.now();
        Evaluation evaluation = new Evaluation(grade, tags, comment, now);
        long stream = journal.nextStream();
        FeedbackEvent evaluated = new FeedbackEvent.Evaluated(caseId, grade);
        String type = FeedbackEvent.TYPES.nameOf(evaluated);
        NewEvent event = new NewEvent(
                stream, 1, type, Actor.PUBLIC.userName(), null, null, now, FeedbackEvent.TYPES.write(type, evaluated));
        if (!journal.commit(Centre.OURS, store.insertion(caseId, stream, evaluation), List.of(event), null)) {
            throw new ChangedMeanwhile(false, List.of(type));
        }
        return evaluation;
    }

    /** The evaluation of a tracked case, if it was given. */
    public Optional<Evaluation> find(String number, String code) {
        return cases.idOf(number, code).flatMap(store::find);
    }
}
