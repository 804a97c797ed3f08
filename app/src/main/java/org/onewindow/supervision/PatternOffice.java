package org.onewindow.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.store.FindingStore;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;

/** The door to patterns (S7): what was found, looking at once, and noting what became of it. Overseers only. */
@Service
public class PatternOffice {

    private static final Duration SHOWN = Duration.ofDays(365);

    private final FindingStore store;
    private final PatternLook looking;
    private final Journal journal;
    private final CentreTime time;

    PatternOffice(FindingStore store, PatternLook looking, Journal journal, CentreTime time) {
        this.store = store;
        this.looking = looking;
        this.journal = journal;
        this.time = time;
    }

    /** Whether somebody sees patterns at all. */
    public boolean isOpenTo(Actor actor) {
        return Viewing.oversees(actor);
    }

    /**
     * Findings, latest first.
     *
     * @param pattern null: any
     * @throws NotAllowed nobody but overseers
     */
    public Page<Finding> list(Actor actor, @Nullable PatternKind pattern, @Nullable String after, int limit) {
        mustOversee(actor);
        Instant before = null;
        long beforeId = 0;
        if (after != null) {
            List<String> parts = Cursor.read(after, 2);
            try {
                before = Instant.parse(parts.getFirst());
                beforeId = Long.parseLong(parts.get(1));
            } catch (DateTimeParseException | NumberFormatException notOurs) {
                throw new InvalidInput("after", "cursor");
            }
        }
        return Page.of(
                store.list(pattern, before, beforeId, limit + 1),
                limit,
                finding -> Cursor.of(finding.foundAt().toString(), Long.toString(finding.id())));
    }

    /** How many of each were found in the last year. */
    public Map<PatternKind, Integer> counts(Actor actor) {
        mustOversee(actor);
        return store.counts(time.now().minus(SHOWN));
    }

    /**
     * A finding.
     *
     * @throws NotFound no such finding
     */
    public Finding find(Actor actor, long id) {
        mustOversee(actor);
        return store.find(id).orElseThrow(() -> new NotFound("finding"));
    }

    /**
     * Looks at once, instead of at the next close.
     *
     * @return how many were found
     * @throws NotAllowed nobody but a supervisor or the centre's manager
     */
    public int look(Actor actor) {
        if (!actor.has(Role.SUPERVISOR) && !actor.has(Role.MANAGER)) {
            throw new NotAllowed("patterns");
        }
        return looking.look(time.now());
    }

    /**
     * Notes what became of a finding; again replaces the note, and the journal keeps both.
     *
     * @throws NotAllowed nobody but a supervisor
     * @throws Refused (S7) without a word
     */
    public Finding note(
            Actor actor,
            long id,
            @Nullable String note,
            @Nullable Long expectedVersion,
            Function<Finding, @Nullable Answer> answer) {
        if (!actor.has(Role.SUPERVISOR)) {
            throw new NotAllowed("patterns");
        }
        Finding seen = find(actor, id);
        String said = note == null ? "" : note.strip();
        if (expectedVersion != null && expectedVersion != seen.version()) {
            throw new ChangedMeanwhile(true, List.of());
        }
        if (said.isEmpty()) {
            throw new Refused(List.of(Refusal.of("S7", "pattern.note")));
        }
        Instant now = time.now();
        Finding noted = seen.noted(said, actor.userName(), now);
        boolean done = journal.commit(
                Centre.OURS,
                store.change(noted, seen.version()),
                List.of(SupervisionJson.event(
                        id,
                        noted.version(),
                        new OversightEvent.PatternNoted(said),
                        actor.userName(),
                        Role.SUPERVISOR,
                        now)),
                answer.apply(noted));
        if (!done) {
            throw new ChangedMeanwhile(expectedVersion != null, List.of());
        }
        return noted;
    }

    /** Stops who sees no patterns; whoever knew the thresholds could stay just below them. */
    public void mustOversee(Actor actor) {
        if (!isOpenTo(actor)) {
            throw new NotAllowed("patterns");
        }
    }
}
