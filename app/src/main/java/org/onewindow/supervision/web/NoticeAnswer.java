package org.onewindow.supervision.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.NoticeView;
import org.onewindow.supervision.model.NoticeLines;

/**
 * A notice as the API shows it.
 *
 * @param number of the paper
 * @param dueAt the close it is dated at
 * @param late whether it was made more than a minute later
 * @param unread whether it waits in the caller's inbox
 */
record NoticeAnswer(
        long id,
        NoticeKind kind,
        String number,
        LocalDate firstDay,
        LocalDate lastDay,
        Instant after,
        Instant dueAt,
        Instant madeAt,
        boolean late,
        boolean unread,
        @Nullable Instant readAt,
        Line total,
        @Nullable List<Line> departments,
        @Nullable List<Line> regions) {

    /** A line of it; every figure is there, also those that are 0. */
    record Line(
            @Nullable String department,
            @Nullable String division,
            Map<NoticeFigure, Integer> counts,
            int open,
            @Nullable BigDecimal onTimePercent,
            @Nullable BigDecimal averageUsedDays,
            @Nullable BigDecimal averagePromisedDays) {

        static Line of(@Nullable String department, @Nullable String division, NoticeLine line) {
            Map<NoticeFigure, Integer> counts = new EnumMap<>(NoticeFigure.class);
            for (NoticeFigure figure : NoticeFigure.values()) {
                counts.put(figure, line.count(figure));
            }
            return new Line(
                    department,
                    division,
                    counts,
                    line.open(),
                    line.onTimePercent(),
                    line.averageUsed(),
                    line.averagePromised());
        }
    }

    /** In a list: the total only. */
    static NoticeAnswer brief(NoticeView view, String number) {
        return of(view, number, null, null);
    }

    /** With its lines. */
    static NoticeAnswer whole(NoticeView view, String number) {
        List<NoticeLine> lines = view.notice().lines();
        return of(
                view,
                number,
                NoticeLines.byDepartment(lines).stream()
                        .map(line -> Line.of(line.department(), null, line))
                        .toList(),
                NoticeLines.byDivision(lines).stream()
                        .map(line -> Line.of(null, line.division(), line))
                        .toList());
    }

    private static NoticeAnswer of(
            NoticeView view, String number, @Nullable List<Line> departments, @Nullable List<Line> regions) {
        return new NoticeAnswer(
                view.notice().id(),
                view.notice().kind(),
                number,
                view.notice().firstDay(),
                view.notice().lastDay(),
                view.notice().after(),
                view.notice().until(),
                view.notice().madeAt(),
                view.notice().late(),
                view.isUnread(),
                view.readAt(),
                Line.of(null, null, NoticeLines.total(view.notice().lines())),
                departments,
                regions);
    }
}
