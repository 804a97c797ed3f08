package org.onewindow.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the desk's templates show, already in words and masked. Templates decide nothing. */
final class DeskViews {

    private DeskViews() {}

    /** One primary action of a row: where it leads and what it says. */
    record Primary(String label, String href) {}

    /** One case in the worklist, most urgent first. */
    record WorkRow(
            String number,
            String applicant,
            String item,
            String step,
            String state,
            TimeLeft time,
            boolean mine,
            Primary primary,
            @Nullable PlaceInGraph joint,
            @Nullable String commitment) {}

    /** One way to narrow the worklist. */
    record Filter(String key, String label, boolean chosen) {}

    /**
     * A paper on the page of a case, or of the merged list of a joint application (一单清).
     *
     * @param status IN, MISSING, TO_FOLLOW, NOT_NEEDED or SHARED
     * @param about the status in words, with what else there is to say
     * @param neededBy items of the joint application that need it; empty on the page of a case
     */
    record Paper(String name, String status, String about, List<String> neededBy) {}

    /** One step of the way: {@code tone} is done, current, stopped or to-come. */
    record Stage(
            String tone,
            String name,
            @Nullable String when,
            @Nullable String who) {}

    /** One thing that happened. */
    record Happening(int version, String title, String when, String who, List<String> details) {}

    /** One clock with its facts. */
    record Clock(String name, TimeLeft time, List<String> facts, boolean running) {}

    /** Kinds of field a command's form can have. */
    enum FieldKind {
        TEXT,
        AREA,
        NUMBER,
        DATE,
        DATETIME,
        CHOICE,
        RADIO,
        CHECKS,
        POINTS,
        PROMISES,
        NOTE
    }

    /**
     * One field of a command's form.
     *
     * @param options from value to words, in order; for those kinds that choose
     */
    record Field(
            FieldKind kind,
            String name,
            String label,
            @Nullable String help,
            boolean required,
            Map<String, String> options,
            @Nullable String value) {}

    /**
     * A lawful command with its form; {@code forward}: it brings the case nearer to its end in the ordinary course; {@code
     * aside}: it has nothing to do with the step being worked and stands apart.
     */
    record Action(
            String word,
            String label,
            String explanation,
            List<Field> fields,
            boolean forward,
            boolean aside,
            boolean weighty) {}

    /** A command that isn't possible now, and why. */
    record Blocked(
            String label, String rule, String why, @Nullable String whatNow) {}

    /** A paper: where it is looked at, where it is printed, and whether it also comes on the 80 mm roll. */
    record Document(String id, String title, String when, String href, String printHref, boolean onRoll) {}

    /** A label with its value. */
    record Fact(String label, String value) {}

    /**
     * Where a case stands in the graph of its joint application (J1, J2).
     *
     * @param waitsFor what must end before it, in words; null where nothing is left
     * @param slack in words; null where it runs no more
     */
    record PlaceInGraph(
            String number,
            String theme,
            String place,
            @Nullable String waitsFor,
            @Nullable String slack,
            String tone) {}

    /** A joint site survey. */
    record SurveySheet(String when, String place, List<Fact> bodies, boolean recorded) {}

    /** The page of a joint application. */
    record JointSheet(
            String number,
            String address,
            String title,
            String stage,
            String state,
            boolean green,
            @Nullable String project,
            int version,
            boolean whole,
            @Nullable Clock leading,
            List<Blocked> held,
            List<Fact> facts,
            List<Paper> papers,
            List<Action> actions,
            List<Blocked> blocked,
            List<Happening> history,
            List<Clock> clocks,
            List<SurveySheet> surveys,
            List<Document> documents) {}

    /** How the plan of a joint application stands, above its graph. */
    record PlanSummary(
            String due,
            String ends,
            String length,
            boolean late,
            @Nullable String warning) {}

    /** One joint application in a list. */
    record JointRow(
            String number,
            String title,
            String applicant,
            String progress,
            String state,
            TimeLeft time,
            boolean mine,
            Primary primary) {}

    /** The whole case page. */
    record CaseSheet(
            String number,
            String address,
            String item,
            String itemCode,
            int itemVersion,
            String state,
            String handlingClass,
            int version,
            @Nullable Clock leading,
            List<Blocked> held,
            @Nullable String waitsFor,
            boolean owesSpotReason,
            List<Fact> facts,
            List<Paper> papers,
            List<Action> actions,
            List<Blocked> blocked,
            List<Stage> stages,
            List<Happening> history,
            List<Clock> clocks,
            List<Document> documents,
            @Nullable PlaceInGraph joint,
            @Nullable String commitment) {}
}
