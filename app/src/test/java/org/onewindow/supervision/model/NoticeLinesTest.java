package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.model.Deed.Kind;
import org.onewindow.supervision.model.Deed.Mark;
import org.onewindow.supervision.model.NoticeLines.Counted;

/** S8: how the figures of a notice come about. */
class NoticeLinesTest {

    private static final List<Kind> KINDS = List.of(Kind.values());

    @Test
    void S8_what_is_open_at_the_close_is_what_was_open_and_came_less_what_ended() {
        List<NoticeLine> monday = NoticeLines.of(List.of(counted("BM01", Kind.RECEIVED, Mark.NONE, 5)), List.of());
        List<NoticeLine> tuesday = NoticeLines.of(
                List.of(
                        counted("BM01", Kind.RECEIVED, Mark.NONE, 2),
                        counted("BM01", Kind.COMPLETED, Mark.ON_TIME, 1),
                        counted("BM01", Kind.NOT_ACCEPTED, Mark.NONE, 1),
                        counted("BM01", Kind.VOIDED, Mark.AFTER_COMPLETION, 1)),
                monday);

        assertThat(NoticeLines.total(monday).open()).isEqualTo(5);
        assertThat(NoticeLines.total(tuesday).open())
                .as("a case voided after its completion was no longer open")
                .isEqualTo(5);
    }

    @Test
    void S8_a_department_with_nothing_new_and_something_open_keeps_its_line() {
        List<NoticeLine> monday = NoticeLines.of(List.of(counted("BM01", Kind.RECEIVED, Mark.NONE, 1)), List.of());

        assertThat(NoticeLines.of(List.of(), monday))
                .extracting(NoticeLine::department, NoticeLine::open)
                .containsExactly(tuple("BM01", 1));
        assertThat(NoticeLines.of(List.of(counted("BM01", Kind.WITHDRAWN, Mark.NONE, 1)), monday))
                .singleElement()
                .extracting(NoticeLine::open)
                .isEqualTo(0);
    }

    @Test
    void S8_completed_in_time_only_at_or_before_the_promise_and_not_extended() {
        NoticeLine line = NoticeLines.total(NoticeLines.of(
                List.of(
                        counted("BM01", Kind.COMPLETED, Mark.ON_TIME, 1),
                        counted("BM01", Kind.COMPLETED, Mark.EXTENDED, 1),
                        counted("BM01", Kind.COMPLETED, Mark.LATE, 1)),
                List.of()));

        assertThat(line.count(NoticeFigure.COMPLETED)).isEqualTo(3);
        assertThat(line.count(NoticeFigure.ON_TIME)).isEqualTo(1);
        assertThat(line.onTimePercent()).isEqualByComparingTo("33.3");
    }

    @Test
    void S8_nothing_completed_has_no_rate_and_no_average() {
        NoticeLine line = NoticeLine.empty("BM01", "");

        assertThat(line.onTimePercent()).isNull();
        assertThat(line.averageUsed()).isNull();
    }

    @Test
    void S8_a_longer_period_adds_up_its_days_however_they_are_cut() {
        Random random = new Random(20260209);
        for (int round = 0; round < 200; round++) {
            List<List<NoticeLine>> days = new ArrayList<>();
            List<Counted> all = new ArrayList<>();
            List<NoticeLine> before = List.of();
            for (int day = 0; day < 1 + random.nextInt(25); day++) {
                List<Counted> ofDay = new ArrayList<>();
                for (int i = 0; i < random.nextInt(6); i++) {
                    Kind kind = KINDS.get(random.nextInt(KINDS.size()));
                    Mark mark = kind == Kind.COMPLETED ? Mark.LATE : Mark.NONE;
                    ofDay.add(counted("BM0" + random.nextInt(3), kind, mark, 1 + random.nextInt(4)));
                }
                all.addAll(ofDay);
                before = NoticeLines.of(ofDay, before);
                days.add(before);
            }

            NoticeLine sum = NoticeLines.total(NoticeLines.sum(days));
            NoticeLine atOnce = NoticeLines.total(NoticeLines.of(all, List.of()));

            for (NoticeFigure figure : NoticeFigure.values()) {
                assertThat(sum.count(figure)).as("%s", figure).isEqualTo(atOnce.count(figure));
            }
            assertThat(sum.open()).isEqualTo(atOnce.open());
        }
    }

    @Test
    void S8_every_figure_opens_exactly_what_it_counts() {
        for (NoticeFigure figure : NoticeFigure.values()) {
            for (Kind kind : Kind.values()) {
                for (Mark mark : Mark.values()) {
                    Set<Mark> marks = NoticeLines.behind(figure).get(kind);
                    boolean opens = marks != null && (marks.isEmpty() || marks.contains(mark));
                    assertThat(opens)
                            .as("%s %s %s", figure, kind, mark)
                            .isEqualTo(NoticeLines.figures(kind, mark).contains(figure));
                }
            }
        }
    }

    @Test
    void S8_lines_add_up_by_department_and_by_region_to_the_same_total() {
        List<NoticeLine> lines =
                List.of(line("BM01", "", 3), line("BM01", "990101001", 2), line("BM02", "990101001", 4));

        assertThat(NoticeLines.byDepartment(lines))
                .extracting(NoticeLine::department, each -> each.count(NoticeFigure.RECEIVED))
                .containsExactly(tuple("BM01", 5), tuple("BM02", 4));
        assertThat(NoticeLines.byDivision(lines))
                .as("the hall first")
                .extracting(NoticeLine::division, each -> each.count(NoticeFigure.RECEIVED))
                .containsExactly(tuple("", 3), tuple("990101001", 6));
        assertThat(NoticeLines.total(lines).count(NoticeFigure.RECEIVED)).isEqualTo(9);
    }

    private static NoticeLine line(String department, String division, int received) {
        return new NoticeLine(department, division, Map.of(NoticeFigure.RECEIVED, received), received, 0, 0, 0);
    }

    private static Counted counted(String department, Kind kind, Mark mark, int times) {
        boolean completed = kind == Kind.COMPLETED;
        return new Counted(
                department,
                "",
                kind,
                mark,
                times,
                completed ? times : 0,
                completed ? 3L * times : 0,
                completed ? 8L * times : 0);
    }
}
