package org.onewindow.clockwork.store;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.onewindow.clockwork.DatabasePurpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The database's purpose, and how far a simulated clock has come. */
@Component
public final class ClockworkRows implements DatabasePurpose {

    private final JdbcClient jdbc;

    public ClockworkRows(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public Optional<Purpose> find() {
        return jdbc.sql("select purpose from clockwork.purpose")
                .query((row, number) -> Purpose.valueOf(row.getString("purpose")))
                .optional();
    }

    @Override
    public void declare(Purpose purpose) {
        jdbc.sql("insert into clockwork.purpose (purpose) values (?) on conflict (only_row) do nothing")
                .param(purpose.name())
                .update();
        Purpose declared = find().orElse(purpose);
        if (declared != purpose) {
            throw new IllegalStateException("this database is a " + declared + " one and can't become " + purpose);
        }
    }

    /** Simulated minus machine time, if there ever was a simulation. */
    public Optional<Duration> shift() {
        return jdbc.sql("select shift_micros from clockwork.simulation")
                .query((row, number) -> Duration.of(row.getLong("shift_micros"), ChronoUnit.MICROS))
                .optional();
    }

    /** Remembers it. */
    public void keepShift(Duration shift) {
        jdbc.sql("""
                        insert into clockwork.simulation (shift_micros) values (?)
                        on conflict (only_row) do update set shift_micros = excluded.shift_micros
                        """).param(shift.toNanos() / 1_000).update();
    }
}
