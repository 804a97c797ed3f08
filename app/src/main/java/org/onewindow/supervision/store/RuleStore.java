package org.onewindow.supervision.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.StateWrite;
import org.onewindow.kernel.Centre;
import org.onewindow.supervision.RuleSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rule sets as filed. */
@Repository
public class RuleStore {

    private final JdbcClient jdbc;

    public RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A filed set.
     *
     * @param id its stream in the journal
     * @param version of its last event
     */
    public record Filed(long id, int version, Instant filedAt, String filedBy, RuleSet rules) {}

    /** Goes up with everything that is filed or ended: whoever keeps the sets in memory asks for it. */
    public long revision() {
        return jdbc.sql("select coalesce(sum(version), 0) from supervision.rule_set where centre = ?")
                .param(Centre.OURS)
                .query(Long.class)
                .single();
    }

    /** All of them, by region and number. */
    public List<Filed> all() {
        return jdbc.sql("""
                        select id, version, filed_at, filed_by, content from supervision.rule_set
                        where centre = ? order by region, number""")
                .param(Centre.OURS)
                .query((row, _) -> new Filed(
                        row.getLong(1),
                        row.getInt(2),
                        Rows.instant(row, 3),
                        row.getString(4),
                        SupervisionJson.read(row.getString(5), RuleSet.class)))
                .list();
    }

    /** The insertion of a set. */
    public StateWrite insertion(Filed filed) {
        RuleSet rules = filed.rules();
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(Centre.OURS);
        parameters.add(filed.id());
        parameters.add(filed.version());
        parameters.add(filed.filedAt());
        parameters.add(filed.filedBy());
        parameters.add(rules.region());
        parameters.add(rules.number());
        parameters.add(rules.validFrom());
        parameters.add(rules.validTo());
        parameters.add(SupervisionJson.write(rules));
        return new StateWrite("""
                insert into supervision.rule_set (centre, id, version, filed_at, filed_by, region, number, valid_from, valid_to,
                    content)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?) on conflict do nothing""", parameters);
    }

    /** The end of a set's period. */
    public StateWrite ending(Filed filed, LocalDate lastDay) {
        return new StateWrite(
                """
                update supervision.rule_set set version = version + 1, valid_to = ?, content = ?
                where centre = ? and id = ? and version = ?""",
                List.of(
                        lastDay,
                        SupervisionJson.write(filed.rules().until(lastDay)),
                        Centre.OURS,
                        filed.id(),
                        filed.version()));
    }
}
