package org.onewindow.divisions.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.onewindow.divisions.CentreLayout;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Remedies;
import org.onewindow.divisions.Window;
import org.onewindow.divisions.Zone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the tree and the hall, always whole: it is small, and answers come from memory. */
@Repository
public class DivisionStore {

    private final JdbcClient jdbc;

    DivisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public CentreLayout read() {
        return new CentreLayout(
                jdbc.sql("select code, parent, level, kind, name from divisions.division order by code")
                        .query((row, i) -> division(row))
                        .list(),
                jdbc.sql("select code, name from divisions.zone order by code")
                        .query((row, i) -> new Zone(row.getString("code"), row.getString("name")))
                        .list(),
                jdbc.sql("""
                        select code, name, short_name, name_en, zone, consult_phone, supervise_phone,
                               reconsideration_body, reconsideration_days, court, litigation_months
                        from divisions.department order by code
                        """).query((row, i) -> department(row)).list(),
                jdbc.sql("select number, zone, kind, department, name from divisions.service_window order by number")
                        .query((row, i) -> window(row))
                        .list());
    }

    /** Inserts or replaces by code; divisions in the order given, parents first. */
    public void save(CentreLayout layout) {
        for (Division division : layout.divisions()) {
            jdbc.sql("""
                    insert into divisions.division (code, parent, level, kind, name)
                    values (:code, :parent, :level, :kind, :name)
                    on conflict (code) do update set kind = excluded.kind, name = excluded.name
                    """)
                    .param("code", division.code())
                    .param("parent", division.parent())
                    .param("level", division.level().name())
                    .param("kind", division.kind())
                    .param("name", division.name())
                    .update();
        }
        for (Zone zone : layout.zones()) {
            jdbc.sql("""
                    insert into divisions.zone (code, name) values (:code, :name)
                    on conflict (code) do update set name = excluded.name
                    """).param("code", zone.code()).param("name", zone.name()).update();
        }
        layout.departments().forEach(this::save);
        layout.windows().forEach(this::save);
    }

    private void save(Department department) {
        jdbc.sql("""
                insert into divisions.department (code, name, short_name, name_en, zone, consult_phone, supervise_phone,
                    reconsideration_body, reconsideration_days, court, litigation_months)
                values (:code, :name, :shortName, :nameEn, :zone, :consultPhone, :supervisePhone,
                    :reconsiderationBody, :reconsiderationDays, :court, :litigationMonths)
                on conflict (code) do update set name = excluded.name, short_name = excluded.short_name,
                    name_en = excluded.name_en, zone = excluded.zone, consult_phone = excluded.consult_phone,
                    supervise_phone = excluded.supervise_phone, reconsideration_body = excluded.reconsideration_body,
                    reconsideration_days = excluded.reconsideration_days, court = excluded.court,
                    litigation_months = excluded.litigation_months
                """)
                .param("code", department.code())
                .param("name", department.name())
                .param("shortName", department.shortName())
                .param("nameEn", department.nameEn())
                .param("zone", department.zone())
                .param("consultPhone", department.consultPhone())
                .param("supervisePhone", department.supervisePhone())
                .param("reconsiderationBody", department.remedies().reconsiderationBody())
                .param("reconsiderationDays", department.remedies().reconsiderationDays())
                .param("court", department.remedies().court())
                .param("litigationMonths", department.remedies().litigationMonths())
                .update();
    }

    private void save(Window window) {
        jdbc.sql("""
                insert into divisions.service_window (number, zone, kind, department, name)
                values (:number, :zone, :kind, :department, :name)
                on conflict (number) do update set zone = excluded.zone, kind = excluded.kind,
                    department = excluded.department, name = excluded.name
                """)
                .param("number", window.number())
                .param("zone", window.zone())
                .param("kind", window.kind().name())
                .param("department", window.department())
                .param("name", window.name())
                .update();
    }

    private static Division division(ResultSet row) throws SQLException {
        return new Division(
                row.getString("code"),
                row.getString("parent"),
                Division.Level.valueOf(row.getString("level")),
                row.getString("kind"),
                row.getString("name"));
    }

    private static Department department(ResultSet row) throws SQLException {
        return new Department(
                row.getString("code"),
                row.getString("name"),
                row.getString("short_name"),
                row.getString("name_en"),
                row.getString("zone"),
                row.getString("consult_phone"),
                row.getString("supervise_phone"),
                new Remedies(
                        row.getString("reconsideration_body"),
                        row.getInt("reconsideration_days"),
                        row.getString("court"),
                        row.getInt("litigation_months")));
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(
                row.getString("number"),
                row.getString("zone"),
                Window.Kind.valueOf(row.getString("kind")),
                row.getString("department"),
                row.getString("name"));
    }
}
