package org.onewindow.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The floor: plain JDBC without rules. Per step one transaction that updates one row and inserts one event row with JSON; the
 * opening inserts both. Written as one would by hand: a pooled connection, two prepared statements, commit.
 */
final class FloorSide implements Side {

    private final DataSource dataSource;
    private final Clock clock;
    private final AtomicLong numbers = new AtomicLong();

    FloorSide(DataSource owner, DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
        JdbcClient.create(owner).sql("""
                        create schema floor;
                        grant usage on schema floor to onewindow_program;
                        create table floor.matter (
                            id bigint primary key, version int not null, state text not null, step text not null,
                            holder text not null, due_at timestamptz not null, changed_at timestamptz not null,
                            content text not null);
                        create table floor.event (
                            matter bigint not null, version int not null, type text not null, actor text not null,
                            happened_at timestamptz not null, body jsonb not null, primary key (matter, version));
                        grant select, insert, update on floor.matter, floor.event to onewindow_program;
                        """).update();
    }

    @Override
    public String name() {
        return "floor (plain JDBC)";
    }

    @Override
    public List<String> tables() {
        return List.of("floor.matter", "floor.event");
    }

    @Override
    public ACase begin(int worker) {
        long id = numbers.incrementAndGet();
        return step -> take(id, step);
    }

    private void take(long id, int step) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (step == 0) {
                    open(connection, id);
                } else {
                    move(connection, id, step);
                }
                append(connection, id, step);
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void open(Connection connection, long id) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into floor.matter (id, version, state, step, holder, due_at, changed_at, content)
                values (?, 1, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setLong(1, id);
            insert.setString(2, Samples.STATES.getFirst());
            insert.setString(3, "S1");
            insert.setString(4, "clerk.a03");
            insert.setTimestamp(5, Timestamp.from(clock.instant().plusSeconds(86_400)));
            insert.setTimestamp(6, Timestamp.from(clock.instant()));
            insert.setString(7, Samples.content(0));
            insert.executeUpdate();
        }
    }

    private void move(Connection connection, long id, int step) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update floor.matter set version = ?, state = ?, step = ?, holder = ?, due_at = ?, changed_at = ?, content = ?
                where id = ? and version = ?
                """)) {
            update.setInt(1, step + 1);
            update.setString(2, Samples.STATES.get(step));
            update.setString(3, "S" + (step + 1));
            update.setString(4, "reviewer.d07");
            update.setTimestamp(5, Timestamp.from(clock.instant().plusSeconds(86_400)));
            update.setTimestamp(6, Timestamp.from(clock.instant()));
            update.setString(7, Samples.content(step));
            update.setLong(8, id);
            update.setInt(9, step);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("lost");
            }
        }
    }

    private void append(Connection connection, long id, int step) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into floor.event (matter, version, type, actor, happened_at, body) values (?, ?, ?, ?, ?, ?::jsonb)
                """)) {
            insert.setLong(1, id);
            insert.setInt(2, step + 1);
            insert.setString(3, Samples.TYPES.get(step));
            insert.setString(4, "clerk.a03");
            insert.setTimestamp(5, Timestamp.from(clock.instant()));
            insert.setString(6, Samples.body(step));
            insert.executeUpdate();
        }
    }
}
