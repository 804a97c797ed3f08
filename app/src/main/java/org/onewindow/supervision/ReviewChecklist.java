package org.onewindow.supervision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a closed file is scored against (S10), as data.
 *
 * @param excellent from so many points on a file is excellent
 * @param qualified from so many on it is qualified
 * @param objectionDays working days within which a department may object to a score
 * @param points what is looked at; their points add up to 100
 */
public record ReviewChecklist(int excellent, int qualified, int objectionDays, List<Point> points) {

    /**
     * A point of the law.
     *
     * @param group what part of the file it is about
     * @param basis the article
     * @param points how much may be taken off at most
     * @param critical whether anything taken off makes the file unqualified
     * @param rule the rule of supervision whose card a failing file gets; null: none
     */
    public record Point(
            String code,
            String group,
            String groupEn,
            String text,
            String textEn,
            String basis,
            int points,
            boolean critical,
            @Nullable ContentRule rule) {}

    public ReviewChecklist {
        points = List.copyOf(points);
    }

    /** A point by its code. */
    public Optional<Point> point(String code) {
        return points.stream().filter(point -> point.code().equals(code)).findFirst();
    }
}
