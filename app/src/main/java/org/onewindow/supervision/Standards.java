package org.onewindow.supervision;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.FileReviewRules;
import org.onewindow.supervision.model.OversightEvent;
import org.onewindow.supervision.model.PatternRules;
import org.onewindow.supervision.store.StandardStore;
import org.onewindow.supervision.store.StandardStore.Kept;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Service;

/**
 * The door to what a centre sets for itself beside the rules of cards, each as data with versions: what was made under one keeps
 * its number, and 0 is what ships with the program.
 */
@Service
public class Standards {

    private static final int MOST_WORDS = 20;
    private static final int LONGEST_WORD = 40;

    private final StandardStore store;
    private final Journal journal;
    private final CentreTime time;

    public Standards(StandardStore store, Journal journal, CentreTime time) {
        this.store = store;
        this.journal = journal;
        this.time = time;
    }

    /**
     * A setting.
     *
     * @param version 0: as shipped
     * @param content what it says
     */
    public record Standard<T>(int version, T content) {}

    /** Which settings there are: the name each is kept under, and what ships. */
    record Setting<T>(String name, Class<T> type, T shipped) {}

    private static final Setting<NoticeAddressees> ADDRESSEES =
            new Setting<>("notice-addressees", NoticeAddressees.class, NoticeAddressees.SHIPPED);

    /** Whom notices are addressed to (S8). */
    public Standard<NoticeAddressees> addressees() {
        return current(ADDRESSEES);
    }

    /**
     * Says anew whom notices are addressed to.
     *
     * @throws NotAllowed nobody but the centre's manager
     */
    public Standard<NoticeAddressees> address(
            Actor actor,
            NoticeAddressees addressees,
            @Nullable Long expectedVersion,
            Function<Standard<NoticeAddressees>, @Nullable Answer> answer) {
        return set(actor, ADDRESSEES, addressees, expectedVersion, answer);
    }

    private static final Setting<PatternThresholds> THRESHOLDS =
            new Setting<>("pattern-thresholds", PatternThresholds.class, PatternThresholds.SHIPPED);

    /** From when on patterns are shown (S7). */
    public Standard<PatternThresholds> thresholds() {
        return current(THRESHOLDS);
    }

    /** The thresholds of a version, for what was found by them. */
    public PatternThresholds thresholds(int version) {
        return version(THRESHOLDS, version).content();
    }

    /**
     * Says anew from when on patterns are shown.
     *
     * @throws NotAllowed nobody but the centre's manager
     * @throws Refused (S7) for limits that can't be meant
     */
    public Standard<PatternThresholds> limit(
            Actor actor,
            PatternThresholds thresholds,
            @Nullable Long expectedVersion,
            Function<Standard<PatternThresholds>, @Nullable Answer> answer) {
        mustManage(actor);
        if (thresholds.filingWords().size() > MOST_WORDS) {
            throw new InvalidInput("/filingWords", "too-many", MOST_WORDS);
        }
        if (thresholds.filingWords().stream().anyMatch(word -> word.length() > LONGEST_WORD)) {
            throw new InvalidInput("/filingWords", "too-long", LONGEST_WORD);
        }
        List<Refusal> refusals = PatternRules.refusals(thresholds);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return set(actor, THRESHOLDS, thresholds, expectedVersion, answer);
    }

    private static final Setting<ReviewChecklist> CHECKLIST = new Setting<>(
            "review-checklist",
            ReviewChecklist.class,
            SupervisionJson.shipped("/supervision/file-review-checklist.json", ReviewChecklist.class));

    /** What files are scored against (S10). */
    public Standard<ReviewChecklist> checklist() {
        return current(CHECKLIST);
    }

    /** The checklist of a version, for the reviews that go by it. */
    public ReviewChecklist checklist(int version) {
        return version(CHECKLIST, version).content();
    }

    /**
     * Says anew what files are scored against; reviews drawn before keep the list they were drawn under.
     *
     * @throws NotAllowed nobody but the centre's manager
     * @throws Refused (S10) for a list that can't be meant
     */
    public Standard<ReviewChecklist> check(
            Actor actor,
            ReviewChecklist checklist,
            @Nullable Long expectedVersion,
            Function<Standard<ReviewChecklist>, @Nullable Answer> answer) {
        mustManage(actor);
        List<Refusal> refusals = FileReviewRules.checklist(checklist);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        return set(actor, CHECKLIST, checklist, expectedVersion, answer);
    }

    private static void mustManage(Actor actor) {
        if (!actor.has(Role.MANAGER)) {
            throw new NotAllowed("standards");
        }
    }

    <T> Standard<T> current(Setting<T> setting) {
        return store.current(setting.name())
                .map(kept -> read(kept, setting))
                .orElse(new Standard<>(0, setting.shipped()));
    }

    <T> Standard<T> version(Setting<T> setting, int version) {
        return version == 0
                ? new Standard<>(0, setting.shipped())
                : store.version(setting.name(), version)
                        .map(kept -> read(kept, setting))
                        .orElseThrow(() -> new NotFound("standard"));
    }

    private static <T> Standard<T> read(Kept kept, Setting<T> setting) {
        return new Standard<>(kept.version(), SupervisionJson.read(kept.content(), setting.type()));
    }

    <T> Standard<T> set(
            Actor actor,
            Setting<T> setting,
            T content,
            @Nullable Long expectedVersion,
            Function<Standard<T>, @Nullable Answer> answer) {
        mustManage(actor);
        int before = current(setting).version();
        if (expectedVersion != null && expectedVersion != before) {
            throw new ChangedMeanwhile(true, List.of());
        }
        Standard<T> next = new Standard<>(before + 1, content);
        String json = SupervisionJson.write(content);
        long id = journal.nextStream();
        boolean kept = journal.commit(
                Centre.OURS,
                store.insertion(id, new Kept(setting.name(), next.version(), time.now(), actor.userName(), json)),
                List.of(SupervisionJson.event(
                        id,
                        1,
                        new OversightEvent.StandardSet(setting.name(), next.version(), json),
                        actor.userName(),
                        Role.MANAGER,
                        time.now())),
                answer.apply(next));
        if (!kept) {
            throw new ChangedMeanwhile(expectedVersion != null, List.of());
        }
        return next;
    }
}
