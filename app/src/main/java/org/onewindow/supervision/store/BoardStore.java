package org.onewindow.supervision.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.BoardLine;
import org.onewindow.supervision.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The live board: reads the tally, and the cases behind its numbers. */
@Repository
public class BoardStore {

    private final JdbcClient jdbc;

    public BoardStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line a department and window with open cases. */
    public List<BoardLine> lines(LocalDate today) {
        return jdbc.sql("""
                        select department, at_window, sum(open), coalesce(sum(open) filter (where due_on = ?), 0), sum(warned),
                               sum(yellow), sum(red), sum(suspended)
                        from supervision.tally where centre = ?
                        group by department, at_window having sum(open) > 0
                        order by department, at_window""")
                .params(today, Centre.OURS)
                .query((row, _) -> new BoardLine(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getInt(7),
                        row.getInt(8)))
                .list();
    }

    /** Open cases behind a number, by their ids. */
    public List<FollowedRow> cases(
            Figure figure,
            @Nullable String department,
            @Nullable String window,
            LocalDate today,
            long after,
            int limit) {
        StringBuilder sql = new StringBuilder("select " + WatchStore.FOLLOWED
                + " from supervision.followed where centre = ? and open and case_id > ?");
        List<Object> parameters = new ArrayList<>(List.of(Centre.OURS, after));
        switch (figure) {
            case OPEN -> {
                // All of them.
            }
            case DUE_TODAY -> {
                sql.append(" and due_on = ?");
                parameters.add(today);
            }
            case WARNED -> sql.append(" and colour > 0 and colour = 1");
            case YELLOW -> sql.append(" and colour > 0 and colour = 2");
            case RED -> sql.append(" and colour > 0 and colour = 3");
            case SUSPENDED -> sql.append(" and suspended");
        }
        if (department != null) {
            sql.append(" and department = ?");
            parameters.add(department);
        }
        if (window != null) {
            sql.append(" and at_window = ?");
            parameters.add(window);
        }
        sql.append(" order by case_id limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> WatchStore.followed(row))
                .list();
    }

    /**
     * Open cases with a card that wait for somebody, or that they were the first to be asked about (C5), earliest limit first.
     *
     * @param roles roles of the posts they hold for departments, beside which {@code departments} stands in the same order
     */
    public List<FollowedRow> waitingFor(String holder, List<String> roles, List<String> departments, int limit) {
        return jdbc.sql("select " + WatchStore.FOLLOWED + """
                         from supervision.followed where centre = ? and open and colour > 0
                          and ((holder = ? and coalesce(step_role, 'CLERK') = 'CLERK')
                               or first_inquiry = ?
                               or (step_role, department) in (select * from unnest(?::text[], ?::text[])))
                        order by due_at nulls last, case_id limit ?""")
                .params(
                        Centre.OURS,
                        holder,
                        holder,
                        roles.toArray(String[]::new),
                        departments.toArray(String[]::new),
                        limit)
                .query((row, _) -> WatchStore.followed(row))
                .list();
    }
}
