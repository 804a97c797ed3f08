package org.onewindow.calendar.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.model.Publication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Regions and their editions. Rows are only ever added. */
@Repository
public class CalendarStore {

    /** Any number nobody else uses for an advisory lock: the ASCII codes of "cal". */
    private static final long IMPORT_LOCK = 0x63616c;

    private final JdbcClient jdbc;

    public CalendarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The highest edition number there is, or 0, and how many regions: whether anything has changed, in one look-up each. */
    public record Mark(long edition, int regions) {}

    public Mark mark() {
        return jdbc.sql("""
                        select coalesce((select max(number) from calendar.edition), 0) as edition,
                               (select count(*) from calendar.region) as regions
                        """)
                .query((row, n) -> new Mark(row.getLong("edition"), row.getInt("regions")))
                .single();
    }

    /** Lets imports happen one after the other until the transaction ends, so that numbers appear in order. */
    public void lockImports() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", IMPORT_LOCK)
                .query((row, n) -> 0)
                .single();
    }

    /** Adds a region; does nothing when it is there. */
    public boolean addRegion(Publication.Region region) {
        return jdbc.sql("""
                                insert into calendar.region (code, parent, name, yearly_days)
                                values (:code, :parent, :name, :yearlyDays)
                                on conflict (code) do nothing
                                """)
                        .param("code", region.code())
                        .param("parent", region.parent())
                        .param("name", region.name())
                        .param("yearlyDays", region.yearlyDays())
                        .update()
                == 1;
    }

    /**
     * Adds an edition of a year under the next number.
     *
     * @param notice the document that says so
     * @return its number
     */
    public long addYear(
            String region, int year, String notice, List<SpecialDay> days, String importedBy, Instant importedAt) {
        long number = addEdition(region, year, notice, importedBy, importedAt);
        for (SpecialDay day : days) {
            jdbc.sql("""
                            insert into calendar.special_day (edition, day, kind, name)
                            values (:edition, :day, :kind, :name)
                            """)
                    .param("edition", number)
                    .param("day", day.day())
                    .param("kind", day.kind().name())
                    .param("name", day.name())
                    .update();
        }
        return number;
    }

    /** Adds business hours under the next number. */
    public long addHours(String region, BusinessHours hours, String notice, String importedBy, Instant importedAt) {
        long number = addEdition(region, null, notice, importedBy, importedAt);
        jdbc.sql("""
                        insert into calendar.business_hours (edition, valid_from, opening, closing)
                        values (:edition, :validFrom, :opening, :closing)
                        """)
                .param("edition", number)
                .param("validFrom", hours.validFrom())
                .param("opening", hours.opening())
                .param("closing", hours.closing())
                .update();
        return number;
    }

    private long addEdition(
            String region, @Nullable Integer year, String notice, String importedBy, Instant importedAt) {
        return jdbc.sql("""
                        insert into calendar.edition (number, region, year, notice, imported_by, imported_at)
                        select coalesce(max(number), 0) + 1, :region, cast(:year as integer), :notice, :by, :at
                          from calendar.edition
                        returning number
                        """)
                .param("region", region)
                .param("year", year)
                .param("notice", notice)
                .param("by", importedBy)
                .param("at", OffsetDateTime.ofInstant(importedAt, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The highest edition number imported by an instant; the first one before any was, since something always counted. */
    public long editionAt(Instant instant) {
        return jdbc.sql("""
                        select coalesce(max(number) filter (where imported_at <= :at), min(number)) from calendar.edition
                        """)
                .param("at", OffsetDateTime.ofInstant(instant, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Everything that counts now: regions, the highest edition of each region and year, all business hours. */
    public Publication load() {
        return load(Long.MAX_VALUE);
    }

    /** Everything published up to an edition. */
    public Publication load(long upToEdition) {
        return new Publication(
                regions(),
                years(upToEdition),
                hours().stream().filter(entry -> entry.edition() <= upToEdition).toList());
    }

    private List<Publication.Region> regions() {
        return jdbc.sql("select code, parent, name, yearly_days from calendar.region order by code")
                .query((row, n) -> new Publication.Region(
                        row.getString("code"),
                        row.getString("parent"),
                        row.getString("name"),
                        row.getBoolean("yearly_days")))
                .list();
    }

    private record DayOfEdition(long edition, SpecialDay day) {}

    private List<Publication.Year> years(long upToEdition) {
        var days = jdbc
                .sql("""
                        select edition, day, kind, name
                          from calendar.special_day
                         where edition in (select max(number) from calendar.edition
                                            where year is not null and number <= :upTo group by region, year)
                         order by edition, day
                        """)
                .param("upTo", upToEdition)
                .query((row, n) -> new DayOfEdition(
                        row.getLong("edition"),
                        new SpecialDay(
                                row.getObject("day", LocalDate.class),
                                SpecialDay.Kind.valueOf(row.getString("kind")),
                                row.getString("name"))))
                .stream()
                .collect(groupingBy(DayOfEdition::edition, mapping(DayOfEdition::day, toList())));
        return jdbc.sql("""
                        select distinct on (region, year) number, region, year, notice, imported_by, imported_at
                          from calendar.edition
                         where year is not null and number <= :upTo
                         order by region, year, number desc
                        """)
                .param("upTo", upToEdition)
                .query((row, n) -> new Publication.Year(
                        row.getLong("number"),
                        row.getString("region"),
                        row.getInt("year"),
                        row.getString("notice"),
                        row.getString("imported_by"),
                        row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                        days.getOrDefault(row.getLong("number"), List.of())))
                .list();
    }

    private List<Publication.Hours> hours() {
        return jdbc.sql("""
                        select edition.number, edition.region, hours.valid_from, hours.opening, hours.closing
                          from calendar.business_hours hours
                          join calendar.edition edition on edition.number = hours.edition
                         order by edition.number
                        """)
                .query((row, n) -> new Publication.Hours(
                        row.getLong("number"),
                        row.getString("region"),
                        new BusinessHours(
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("opening", LocalTime.class),
                                row.getObject("closing", LocalTime.class))))
                .list();
    }
}
