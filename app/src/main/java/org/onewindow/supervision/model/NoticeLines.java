package org.onewindow.supervision.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;

/** How the figures of notices come about (S8). Pure: what was counted in, lines out, always in the same order. */
public final class NoticeLines {

    /** With these a case is no longer among those being worked on; its delivery is another matter (C8). */
    public static final Set<Kind> ENDING =
            Set.of(Kind.NOT_ACCEPTED, Kind.RETURNED, Kind.COMPLETED, Kind.WITHDRAWN, Kind.TERMINATED, Kind.VOIDED);

    private NoticeLines() {}

    /**
     * What was counted of one kind.
     *
     * @param times how many there were
     * @param measured how many of them have used and promised days
     */
    public record Counted(
            String department,
            String division,
            Kind kind,
            Mark mark,
            int times,
            int measured,
            long usedDays,
            long promisedDays) {}

    /** What figures a deed counts in. */
    public static Set<NoticeFigure> figures(Kind kind, Mark mark) {
        return switch (kind) {
            case RECEIVED -> Set.of(NoticeFigure.RECEIVED);
            case ACCEPTED ->
                mark == Mark.DEEMED
                        ? Set.of(NoticeFigure.ACCEPTED, NoticeFigure.DEEMED)
                        : Set.of(NoticeFigure.ACCEPTED);
            case NOT_ACCEPTED -> Set.of(NoticeFigure.NOT_ACCEPTED);
            case SUPPLEMENT_REQUESTED, RETURNED -> Set.of(NoticeFigure.SUPPLEMENTS);
            case SUSPENDED -> Set.of(NoticeFigure.SUSPENDED);
            case EXTENDED -> Set.of(NoticeFigure.EXTENDED);
            case COMPLETED -> completed(mark);
            case WITHDRAWN -> Set.of(NoticeFigure.WITHDRAWN);
            case TERMINATED -> Set.of(NoticeFigure.TERMINATED);
            case WARNED -> Set.of(NoticeFigure.WARNED);
            case YELLOW -> Set.of(NoticeFigure.YELLOW);
            case RED -> Set.of(NoticeFigure.RED);
            case LIFTED -> Set.of(NoticeFigure.LIFTED);
            case SUPPLEMENTED, DECIDED, RESULT_RECORDED, VOIDED, CORRECTED, EVALUATED -> Set.of();
        };
    }

    private static Set<NoticeFigure> completed(Mark mark) {
        return switch (mark) {
            case ON_TIME -> Set.of(NoticeFigure.COMPLETED, NoticeFigure.ON_TIME);
            case EXTENDED -> Set.of(NoticeFigure.COMPLETED, NoticeFigure.WITHIN_EXTENSION);
            case LATE -> Set.of(NoticeFigure.COMPLETED, NoticeFigure.LATE);
            case NONE, DEEMED, UNLISTED, REFUSED, AFTER_COMPLETION, AFTER_END -> Set.of(NoticeFigure.COMPLETED);
        };
    }

    /**
     * The lines of the shortest period.
     *
     * @param before the lines of the one before it: what was open at its close
     */
    public static List<NoticeLine> of(Collection<Counted> counted, Collection<NoticeLine> before) {
        Map<String, NoticeLine> lines = new TreeMap<>();
        before.forEach(line -> lines.put(
                key(line.department(), line.division()),
                NoticeLine.empty(line.department(), line.division()).opening(line.open())));
        for (Counted each : counted) {
            lines.merge(key(each.department(), each.division()), line(each), NoticeLine::plus);
        }
        return lines.values().stream().filter(line -> !line.isEmpty()).toList();
    }

    private static NoticeLine line(Counted counted) {
        Map<NoticeFigure, Integer> counts = new EnumMap<>(NoticeFigure.class);
        figures(counted.kind(), counted.mark()).forEach(figure -> counts.put(figure, counted.times()));
        return new NoticeLine(
                counted.department(),
                counted.division(),
                counts,
                opens(counted),
                counted.measured(),
                counted.usedDays(),
                counted.promisedDays());
    }

    private static final Set<Mark> NO_LONGER_OPEN = Set.of(Mark.AFTER_COMPLETION, Mark.AFTER_END);

    /** What had ended before, and is voided afterwards, was no longer open. */
    private static int opens(Counted counted) {
        if (counted.kind() == Kind.RECEIVED) {
            return counted.times();
        }
        boolean ends = ENDING.contains(counted.kind()) && !NO_LONGER_OPEN.contains(counted.mark());
        return ends ? -counted.times() : 0;
    }

    /**
     * The lines of a longer period, from those of all the days in it, earliest first: what happened is added up, what is open is
     * what the last of them says.
     */
    public static List<NoticeLine> sum(List<List<NoticeLine>> days) {
        Map<String, NoticeLine> lines = new TreeMap<>();
        for (List<NoticeLine> day : days) {
            day.forEach(
                    line -> lines.merge(key(line.department(), line.division()), line.opening(0), NoticeLine::plus));
        }
        if (!days.isEmpty()) {
            days.getLast()
                    .forEach(line -> lines.computeIfPresent(
                            key(line.department(), line.division()), (_, sum) -> sum.opening(line.open())));
        }
        return lines.values().stream().filter(line -> !line.isEmpty()).toList();
    }

    /** A line a department, hall and townships together; by code. */
    public static List<NoticeLine> byDepartment(List<NoticeLine> lines) {
        Map<String, NoticeLine> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.department(), line.as(line.department(), ""), NoticeLine::plus));
        return List.copyOf(sums.values());
    }

    /** A line a region, all departments together: the hall first, then the townships by code. */
    public static List<NoticeLine> byDivision(List<NoticeLine> lines) {
        Map<String, NoticeLine> sums = new TreeMap<>();
        lines.forEach(line -> sums.merge(line.division(), line.as("", line.division()), NoticeLine::plus));
        return List.copyOf(sums.values());
    }

    /** Everything together. */
    public static NoticeLine total(List<NoticeLine> lines) {
        return lines.stream().map(line -> line.as("", "")).reduce(NoticeLine.empty("", ""), NoticeLine::plus);
    }

    /** Which deeds are behind a figure: kinds, each with the marks that count; no marks: all. */
    public static Map<Kind, Set<Mark>> behind(NoticeFigure figure) {
        Map<Kind, Set<Mark>> behind = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            Set<Mark> marks = Arrays.stream(Mark.values())
                    .filter(mark -> figures(kind, mark).contains(figure))
                    .collect(Collectors.toSet());
            if (!marks.isEmpty()) {
                behind.put(kind, marks.size() == Mark.values().length ? Set.of() : marks);
            }
        }
        return behind;
    }

    private static String key(String department, String division) {
        return department + "\u0000" + division;
    }
}
