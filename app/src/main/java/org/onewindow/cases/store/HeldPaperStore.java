package org.onewindow.cases.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.model.CaseEvent.CustodyMoved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where paper originals are (C15). */
@Repository
public class HeldPaperStore {

    private static final String COLUMNS = """
            select c.number, c.item_code, c.item_version, c.at_window, c.station, h.material, h.bag, h.pages, h.holder, h.since
            from cases.held_paper h join cases.case_file c on c.centre = h.centre and c.id = h.case_id
            """;

    private final JdbcClient jdbc;

    HeldPaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A paper and where its case is. */
    public record Held(
            String caseNumber,
            String itemCode,
            int itemVersion,
            @Nullable String window,
            @Nullable String station,
            String material,
            @Nullable String bag,
            int pages,
            String holder,
            Instant since) {}

    /** Somebody has it now. */
    public void keep(int centre, long id, CustodyMoved moved, String holder, Instant since) {
        jdbc.sql("""
                        insert into cases.held_paper (centre, case_id, material, bag, pages, holder, since)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (centre, case_id, material) do update
                        set bag = coalesce(excluded.bag, held_paper.bag), pages = excluded.pages,
                            holder = excluded.holder, since = excluded.since""")
                .params(centre, id, moved.material())
                .param(moved.bag())
                .params(moved.pages(), holder, since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It is back with its owner, or in the archives. */
    public void letGo(int centre, long id, String material) {
        jdbc.sql("delete from cases.held_paper where centre = ? and case_id = ? and material = ?")
                .params(centre, id, material)
                .update();
    }

    /** Of the windows, departments and station that a query names, or all; those kept longest first. */
    public List<Held> held(int centre, CaseQuery where, int limit) {
        return jdbc.sql(COLUMNS + """
                        where h.centre = ? and (cardinality(?::text[]) = 0 or c.at_window = any (?))
                          and (cardinality(?::text[]) = 0 or c.department = any (?))
                          and (?::text is null or c.station = ?)
                        order by h.since, h.case_id, h.material limit ?""")
                .params(
                        centre,
                        where.windows().toArray(String[]::new),
                        where.windows().toArray(String[]::new),
                        where.departments().toArray(String[]::new),
                        where.departments().toArray(String[]::new))
                .param(where.station())
                .param(where.station())
                .param(limit)
                .query(HeldPaperStore::read)
                .list();
    }

    /** Of one case. */
    public List<Held> held(int centre, long id) {
        return jdbc.sql(COLUMNS + "where h.centre = ? and h.case_id = ? order by h.material")
                .params(centre, id)
                .query(HeldPaperStore::read)
                .list();
    }

    /** Forgets everything, to be followed anew. */
    public void clear() {
        jdbc.sql("delete from cases.held_paper").update();
    }

    private static Held read(ResultSet row, int number) throws SQLException {
        return new Held(
                row.getString("number"),
                row.getString("item_code"),
                row.getInt("item_version"),
                row.getString("at_window"),
                row.getString("station"),
                row.getString("material"),
                row.getString("bag"),
                row.getInt("pages"),
                row.getString("holder"),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
