package org.onewindow.portal.store;

import java.time.LocalDate;
import org.onewindow.kernel.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts of days. */
@Repository
public class DayFigureStore {

    private final JdbcClient jdbc;

    DayFigureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many cases were received, accepted and completed. */
    public record Figures(int received, int accepted, int completed) {

        public static final Figures NONE = new Figures(0, 0, 0);

        /** Both together. */
        public Figures plus(Figures other) {
            return new Figures(received + other.received, accepted + other.accepted, completed + other.completed);
        }
    }

    /** Adds to a day's counts. */
    public void add(LocalDate day, Figures more) {
        jdbc.sql("""
                        insert into portal.day_figure as had (centre, day, received, accepted, completed)
                        values (?, ?, ?, ?, ?)
                        on conflict (centre, day) do update
                        set received = had.received + excluded.received, accepted = had.accepted + excluded.accepted,
                            completed = had.completed + excluded.completed""")
                .params(Centre.OURS, day, more.received(), more.accepted(), more.completed())
                .update();
    }

    /** The sums of some days; reads a row a day. */
    public Figures between(LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select coalesce(sum(received), 0), coalesce(sum(accepted), 0), coalesce(sum(completed), 0)
                        from portal.day_figure where centre = ? and day between ? and ?""")
                .params(Centre.OURS, first, last)
                .query((row, _) -> new Figures(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /** Forgets everything, to be counted anew. */
    public void clear() {
        jdbc.sql("delete from portal.day_figure").update();
    }
}
