package org.onewindow.bench;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.onewindow.clockwork.Settling;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.CentreTime;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The journal alone, on the floor's kind of row: state, event and answer in one statement, with the sequencer running. What
 * rules, authorisation and clocks add on top shows in the side of the cases' door.
 */
final class JournalSide implements Side, AutoCloseable {

    private static final StateWrite OPENED = new StateWrite("""
            insert into floor.matter_of_journal (id, version, state, step, holder, due_at, changed_at, content)
            values (?, 1, ?, ?, ?, ?, ?, ?)
            """, List.of());
    private static final StateWrite MOVED = new StateWrite("""
            update floor.matter_of_journal set version = ?, state = ?, step = ?, holder = ?, due_at = ?, changed_at = ?, content = ?
            where id = ? and version = ?
            """, List.of());

    private final boolean answers;
    private final AnnotationConfigApplicationContext context;
    private final Journal journal;
    private final Clock clock;

    JournalSide(DataSource owner, DataSource dataSource, boolean answers, Clock clock) {
        this.answers = answers;
        JdbcClient.create(owner).sql("""
                        create table if not exists floor.matter_of_journal (
                            id bigint primary key, version int not null, state text not null, step text not null,
                            holder text not null, due_at timestamptz not null, changed_at timestamptz not null,
                            content text not null);
                        grant select, insert, update on floor.matter_of_journal to onewindow_program;
                        """).update();
        this.clock = clock;
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(CentreTime.class, () -> new CentreTime(clock, ZoneId.of("Asia/Shanghai")));
        context.scan("org.onewindow.journal");
        context.refresh();
        journal = context.getBean(Journal.class);
    }

    @Override
    public String name() {
        return answers ? "journal with answers" : "journal without answers";
    }

    @Override
    public List<String> tables() {
        return List.of("floor.matter_of_journal", "journal.event", "journal.run", "journal.answer");
    }

    @Override
    public void settle() {
        context.getBeanProvider(Settling.class).orderedStream().forEach(Settling::settle);
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public ACase begin(int worker) {
        long id = journal.nextStream();
        return step -> {
            NewEvent event = new NewEvent(
                    id,
                    step + 1,
                    Samples.TYPES.get(step),
                    "clerk.a03",
                    "CLERK",
                    "A03",
                    clock.instant(),
                    Samples.body(step));
            if (!journal.commit(1, state(id, step), List.of(event), answers ? answer(id, step) : null)) {
                throw new IllegalStateException("lost");
            }
        };
    }

    private StateWrite state(long id, int step) {
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp due = Timestamp.from(clock.instant().plusSeconds(86_400));
        return step == 0
                ? new StateWrite(
                        OPENED.sql(),
                        List.of(id, Samples.STATES.getFirst(), "S1", "clerk.a03", due, now, Samples.content(0)))
                : new StateWrite(
                        MOVED.sql(),
                        List.of(
                                step + 1,
                                Samples.STATES.get(step),
                                "S" + (step + 1),
                                "reviewer.d07",
                                due,
                                now,
                                Samples.content(step),
                                id,
                                step));
    }

    private static Answer answer(long id, int step) {
        // as random as a digest is
        byte[] scope = ByteBuffer.allocate(16)
                .putLong(id * 0x9E3779B97F4A7C15L)
                .putLong((id * 31 + step) * 0xC2B2AE3D27D4EB4FL)
                .array();
        return new Answer(scope, scope, 200, "{\"ETag\":\"\\\"" + (step + 1) + "\\\"\"}", Samples.answer(id, step));
    }
}
