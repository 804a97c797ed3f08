package org.onewindow.supervision.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.Addressee;
import org.onewindow.supervision.Notice;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices as made, and who has acknowledged them. */
@Repository
public class NoticeStore {

    private static final String COLUMNS =
            "id, kind, serial, first_day, last_day, after_at, until_at, made_at, late, addressees, lines";

    private final JdbcClient jdbc;

    public NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Addressees as they are kept with a notice. */
    private record Addressed(List<Addressee> to) {}

    /** Lines as they are kept with a notice. */
    private record Lines(List<NoticeLine> lines) {}

    // --- what is counted from where ---

    /** Since when notices are made; set by the first who asks. */
    public Instant since(Instant now) {
        return jdbc.sql("select since from supervision.counting")
                .query((row, _) -> Optional.ofNullable(Rows.optionalInstant(row, 1)))
                .single()
                .orElseGet(() -> {
                    jdbc.sql("update supervision.counting set since = ? where since is null")
                            .param(Rows.utc(now))
                            .update();
                    return jdbc.sql("select since from supervision.counting")
                            .query((row, _) -> Rows.instant(row, 1))
                            .single();
                });
    }

    /**
     * Waits until whoever reads the journal has finished what they are at, however long that takes ({@code lock_timeout}), and
     * keeps them from going on: in a transaction.
     */
    public void lockCounting() {
        jdbc.sql("select set_config('lock_timeout', '0', true) from supervision.counting for update")
                .query(String.class)
                .single();
    }

    /** The close of a daily notice, and how far the journal had been read when it was made. */
    public record Close(Instant at, long position) {}

    /**
     * The closes told of by then: the last one made before a position of the journal was read, and all after it. Nobody makes a
     * notice until the transaction ends.
     */
    public List<Close> closes(long position) {
        jdbc.sql("select only_row from supervision.counting for share")
                .query(Boolean.class)
                .single();
        return jdbc.sql("""
                        select until_at, position from supervision.notice
                        where centre = ? and kind = 'DAILY' and until_at >= coalesce((select max(until_at)
                            from supervision.notice where centre = ? and kind = 'DAILY' and position < ?), '-infinity')
                        order by until_at""")
                .params(Centre.OURS, Centre.OURS, position)
                .query((row, _) -> new Close(Rows.instant(row, 1), row.getLong(2)))
                .list();
    }

    // --- notices ---

    /** Puts a notice in. */
    public void insert(Notice notice, int year, long position) {
        jdbc.sql("insert into supervision.notice (centre, year, position, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Centre.OURS,
                        year,
                        position,
                        notice.id(),
                        notice.kind().name(),
                        notice.serial(),
                        notice.firstDay(),
                        notice.lastDay(),
                        Rows.utc(notice.after()),
                        Rows.utc(notice.until()),
                        Rows.utc(notice.madeAt()),
                        notice.late(),
                        SupervisionJson.write(new Addressed(notice.addressees())),
                        SupervisionJson.write(new Lines(notice.lines()))))
                .update();
    }

    /** The latest of a kind. */
    public Optional<Notice> latest(NoticeKind kind) {
        return jdbc.sql("select " + COLUMNS
                        + " from supervision.notice where centre = ? and kind = ? order by until_at desc limit 1")
                .params(Centre.OURS, kind.name())
                .query((row, _) -> notice(row))
                .optional();
    }

    /** When the latest daily one was due. */
    public Optional<Instant> lastClose() {
        return jdbc.sql("""
                        select until_at from supervision.notice where centre = ? and kind = 'DAILY'
                        order by until_at desc limit 1""")
                .param(Centre.OURS)
                .query((row, _) -> Rows.instant(row, 1))
                .optional();
    }

    /** Whether there is one of a kind for a period. */
    public boolean exists(NoticeKind kind, LocalDate firstDay) {
        return jdbc.sql(
                        "select exists (select from supervision.notice where centre = ? and kind = ? and first_day = ?)")
                .params(Centre.OURS, kind.name(), firstDay)
                .query(Boolean.class)
                .single();
    }

    /** The daily ones that were due after an instant, up to and including another; earliest first. */
    public List<Notice> daily(Instant after, Instant until) {
        return jdbc.sql("select " + COLUMNS + """
                         from supervision.notice where centre = ? and kind = 'DAILY' and until_at > ? and until_at <= ?
                        order by until_at""")
                .params(Centre.OURS, Rows.utc(after), Rows.utc(until))
                .query((row, _) -> notice(row))
                .list();
    }

    /** The next number of a year. */
    public int nextSerial(int year) {
        return jdbc.sql("select coalesce(max(serial), 0) + 1 from supervision.notice where centre = ? and year = ?")
                .params(Centre.OURS, year)
                .query(Integer.class)
                .single();
    }

    /** A notice. */
    public Optional<Notice> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from supervision.notice where centre = ? and id = ?")
                .params(Centre.OURS, id)
                .query((row, _) -> notice(row))
                .optional();
    }

    /**
     * Notices, latest first; of one close the longer period first.
     *
     * @param kind null: any
     */
    public List<Notice> list(@Nullable NoticeKind kind, @Nullable Instant beforeAt, long beforeId, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from supervision.notice where centre = ?");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        if (kind != null) {
            sql.append(" and kind = ?");
            parameters.add(kind.name());
        }
        if (beforeAt != null) {
            sql.append(" and (until_at, id) < (?, ?)");
            parameters.add(Rows.utc(beforeAt));
            parameters.add(beforeId);
        }
        sql.append(" order by until_at desc, id desc limit ?");
        parameters.add(limit);
        return jdbc.sql(sql.toString())
                .params(parameters)
                .query((row, _) -> notice(row))
                .list();
    }

    // --- receipts ---

    /** The acknowledgement of a notice; touches no row where they had done so before. */
    public StateWrite receipt(long notice, String userName, Instant at) {
        return new StateWrite("""
                insert into supervision.notice_receipt (centre, notice, user_name, read_at) values (?, ?, ?, ?)
                on conflict do nothing""", List.of(Centre.OURS, notice, userName, at));
    }

    /** Who has acknowledged a notice when. */
    public Map<String, Instant> receipts(long notice) {
        Map<String, Instant> receipts = new HashMap<>();
        jdbc.sql("select user_name, read_at from supervision.notice_receipt where centre = ? and notice = ?")
                .params(Centre.OURS, notice)
                .query((ResultSet row) -> {
                    receipts.put(row.getString(1), Rows.instant(row, 2));
                });
        return receipts;
    }

    /** Which of these somebody has acknowledged when. */
    public Map<Long, Instant> read(String userName, List<Long> notices) {
        Map<Long, Instant> read = new HashMap<>();
        jdbc.sql("""
                        select notice, read_at from supervision.notice_receipt
                        where centre = ? and notice = any (?) and user_name = ?""")
                .params(Centre.OURS, notices.toArray(Long[]::new), userName)
                .query((ResultSet row) -> {
                    read.put(row.getLong(1), Rows.instant(row, 2));
                });
        return read;
    }

    /** The addressees of each notice since an instant that somebody hasn't acknowledged, latest first. */
    public List<List<Addressee>> unread(String userName, Instant since, int limit) {
        return jdbc.sql("""
                        select addressees from supervision.notice n
                        where centre = ? and until_at >= ? and not exists (select from supervision.notice_receipt r
                            where r.centre = n.centre and r.notice = n.id and r.user_name = ?)
                        order by until_at desc, id desc limit ?""")
                .params(Centre.OURS, Rows.utc(since), userName, limit)
                .query((row, _) ->
                        SupervisionJson.read(row.getString(1), Addressed.class).to())
                .list();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong(1),
                NoticeKind.valueOf(row.getString(2)),
                row.getInt(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                Rows.instant(row, 6),
                Rows.instant(row, 7),
                Rows.instant(row, 8),
                row.getBoolean(9),
                SupervisionJson.read(row.getString(10), Addressed.class).to(),
                SupervisionJson.read(row.getString(11), Lines.class).lines());
    }
}
