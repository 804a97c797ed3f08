package org.onewindow.journal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.Answer;
import org.onewindow.journal.AnswerExists;
import org.onewindow.journal.Appended;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.journal.RowWrite;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.postgres.Numbers;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The journal in PostgreSQL. */
@Component
public final class JdbcJournal implements Journal {

    /** As many stream numbers as the sequence hands out at once (its INCREMENT). */
    private static final int BLOCK = 256;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DIVISION_BY_ZERO = "22012";

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final CentreTime time;
    private final Appended appended;
    private final GroupCommit together;

    private final Numbers streams;

    /**
     * @param dataSource with auto-commit on, as pools give it
     * @param appended woken after each commit
     */
    @Autowired
    public JdbcJournal(DataSource dataSource, CentreTime time, Appended appended) {
        this(dataSource, time, appended, GroupCommit.Patience.USUAL);
    }

    JdbcJournal(DataSource dataSource, CentreTime time, Appended appended, GroupCommit.Patience patience) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.client = JdbcClient.create(dataSource);
        this.time = time;
        this.appended = appended;
        this.streams = new Numbers(client, "journal.stream_number", BLOCK);
        this.together = new GroupCommit(jdbc, patience);
    }

    @Override
    public long nextStream() {
        return streams.next();
    }

    @Override
    public boolean commit(int centre, StateWrite state, List<NewEvent> events, @Nullable Answer answer) {
        if (events.isEmpty()) {
            throw Bug.found("a commit without events: " + state.sql());
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            boolean won = write(centre, state, events, answer, false);
            if (won) {
                appended.wake();
            }
            return won;
        }
        boolean won = write(centre, state, events, answer, true);
        if (won) {
            afterCommit(appended::wake);
        }
        return won;
    }

    @Override
    public void append(int centre, List<NewEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw Bug.found("many events without a transaction of the caller's");
        }
        try {
            jdbc.execute((ConnectionCallback<Integer>)
                    connection -> ManyEvents.insert(connection, centre, events, utc(time.now())));
        } catch (DuplicateKeyException there) {
            throw new ChangedMeanwhile(false, List.of());
        }
        afterCommit(appended::wake);
    }

    private static void afterCommit(Runnable task) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                task.run();
            }
        });
    }

    private record Write(
            CommitStatement statement,
            int centre,
            StateWrite state,
            List<NewEvent> events,
            @Nullable Answer answer,
            OffsetDateTime recordedAt,
            boolean outer)
            implements GroupCommit.Write {

        @Override
        public String sql() {
            return statement.sql();
        }

        @Override
        public long stream() {
            return events.getFirst().stream();
        }

        @Override
        public void bind(PreparedStatement prepared) throws SQLException {
            Binder binder = new Binder(prepared);
            for (Object parameter : state.parameters()) {
                binder.any(parameter);
            }
            for (RowWrite row : state.along()) {
                for (Object parameter : row.parameters()) {
                    binder.any(parameter);
                }
            }
            if (answer != null) {
                binder.answer(answer);
            }
            for (NewEvent event : events) {
                binder.event(centre, event, recordedAt);
            }
        }

        @Override
        public boolean refused(PSQLException refusal) throws PSQLException {
            return lost(refusal, state, outer);
        }
    }

    private boolean write(int centre, StateWrite state, List<NewEvent> events, @Nullable Answer answer, boolean outer) {
        CommitStatement statement = CommitStatement.of(state, events.size(), answer != null, outer);
        Write write = new Write(statement, centre, state, events, answer, utc(time.now()), outer);
        return outer ? GroupCommit.alone(jdbc, write) : together.commit(write);
    }

    /** False for a lost race; every other refusal is thrown on. */
    private static boolean lost(PSQLException refused, StateWrite state, boolean outer) throws PSQLException {
        if (DIVISION_BY_ZERO.equals(refused.getSQLState())) {
            throw Bug.found("a state write that touches more than one row: " + state.sql(), refused);
        }
        ServerErrorMessage message = refused.getServerErrorMessage();
        if (UNIQUE_VIOLATION.equals(refused.getSQLState())
                && message != null
                && "journal".equals(message.getSchema())) {
            if ("event_pkey".equals(message.getConstraint())) {
                if (outer) {
                    // The server has given the whole transaction up, so the caller must not go on in it.
                    throw new ChangedMeanwhile(false, List.of());
                }
                return false;
            }
            if ("answer_pkey".equals(message.getConstraint())) {
                throw new AnswerExists();
            }
        }
        throw refused;
    }

    @Override
    public List<RecordedEvent> stream(int centre, long stream) {
        return client.sql("""
                        select 0::bigint as position, centre, stream, version, type, actor, post, at_window, happened_at,
                               recorded_at, body
                        from journal.event
                        where centre = ? and stream = ?
                        order by version
                        """)
                .param(centre)
                .param(stream)
                .query(EventRows::read)
                .list();
    }

    @Override
    public List<RecordedEvent> streams(int centre, Collection<Long> streams) {
        return client.sql("""
                        select 0::bigint as position, centre, stream, version, type, actor, post, at_window, happened_at,
                               recorded_at, body
                        from journal.event
                        where centre = ? and stream = any (?)
                        order by stream, version
                        """)
                .param(centre)
                .param(streams.toArray(Long[]::new))
                .query(EventRows::read)
                .list();
    }

    @Override
    public @Nullable Answer findAnswer(byte[] scope) {
        return client.sql("select " + AnswerRows.COLUMNS + " from journal.answer where scope = ?")
                .param(scope)
                .query(AnswerRows::read)
                .optional()
                .orElse(null);
    }

    @Override
    public void keep(Answer answer) {
        jdbc.execute((ConnectionCallback<@Nullable Void>) connection -> insert(connection, answer));
    }

    private static @Nullable Void insert(Connection connection, Answer answer) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement("insert into journal.answer ("
                + AnswerRows.COLUMNS + ") values (" + AnswerRows.PLACEHOLDERS + ") on conflict (scope) do nothing")) {
            AnswerRows.bind(prepared, 1, answer);
            prepared.executeUpdate();
        }
        return null;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Sets parameters one after the other. */
    private static final class Binder {
        private final PreparedStatement prepared;
        private int index;

        Binder(PreparedStatement prepared) {
            this.prepared = prepared;
        }

        void event(int centre, NewEvent event, OffsetDateTime recordedAt) throws SQLException {
            prepared.setInt(++index, centre);
            prepared.setLong(++index, event.stream());
            prepared.setInt(++index, event.version());
            text(event.type());
            text(event.actor());
            text(event.post());
            text(event.window());
            prepared.setObject(++index, utc(event.happenedAt()));
            prepared.setObject(++index, recordedAt);
            text(event.body());
        }

        void answer(Answer answer) throws SQLException {
            index = AnswerRows.bind(prepared, index + 1, answer) - 1;
        }

        /** Text whose type the server takes from its place, which spares it a conversion. */
        private void text(@Nullable String text) throws SQLException {
            if (text == null) {
                prepared.setNull(++index, Types.OTHER);
            } else {
                prepared.setObject(++index, text, Types.OTHER);
            }
        }

        /** A parameter of the owner's. */
        void any(@Nullable Object value) throws SQLException {
            switch (value) {
                case null -> prepared.setNull(++index, Types.NULL);
                case String text -> text(text);
                case Long number -> prepared.setLong(++index, number);
                case Integer number -> prepared.setInt(++index, number);
                case Instant instant -> prepared.setObject(++index, utc(instant));
                case Enum<?> constant -> text(constant.name());
                case Locale locale -> text(locale.toLanguageTag());
                default -> prepared.setObject(++index, value);
            }
        }
    }
}
