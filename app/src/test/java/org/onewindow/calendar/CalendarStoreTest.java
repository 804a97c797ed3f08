package org.onewindow.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onewindow.calendar.store.CalendarStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.testing.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.JdbcTransactionManager;

class CalendarStoreTest {

    private static final Actor ADMIN = staff(Role.ADMIN);
    private static final Actor CLERK = staff(Role.CLERK);
    private static final LocalDate THU_2026_04_16 = LocalDate.of(2026, 4, 16);
    private static final LocalDate MON_2026_04_20 = LocalDate.of(2026, 4, 20);
    private static final LocalDate THU_2026_12_31 = LocalDate.of(2026, 12, 31);
    private static final LocalDate FRI_2027_01_01 = LocalDate.of(2027, 1, 1);
    private static final LocalDate MON_2027_01_04 = LocalDate.of(2027, 1, 4);
    private static final CentreTime TIME = new CentreTime(
            Clock.fixed(Instant.parse("2026-11-23T01:00:00Z"), ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

    private final TestDatabase database = TestDatabase.fresh();
    private final List<String> announced = new ArrayList<>();
    private StoredCalendars calendars = node();

    @BeforeEach
    void forget() {
        calendars.of("CN");
        announced.clear();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_database_is_filled_with_the_shipped_years_once() {
        assertThat(calendars.years("CN"))
                .extracting(ImportedYear::year, ImportedYear::workingDays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2026, 248),
                        org.assertj.core.groups.Tuple.tuple(2025, 248),
                        org.assertj.core.groups.Tuple.tuple(2024, 251),
                        org.assertj.core.groups.Tuple.tuple(2023, 249));

        long edition = calendars.of("CN").edition();
        assertThat(node().of("CN").edition()).isEqualTo(edition);
    }

    @Test
    void T1_importing_the_next_year_makes_its_days_final_and_may_move_the_last_days_of_this_one() {
        assertThat(calendars.of("CN").isProvisional(THU_2026_12_31)).isTrue();
        assertThat(calendars.of("CN").isWorkingDay(THU_2026_12_31)).isTrue();
        long before = calendars.of("CN").edition();

        var imported = calendars.importYear(
                "CN", 2027, "a made-up notice", with(aYear2027(), off(THU_2026_12_31, "元旦")), ADMIN);

        var now = calendars.of("CN");
        assertThat(now.edition()).isEqualTo(before + 1).isEqualTo(imported.edition());
        assertThat(now.isWorkingDay(THU_2026_12_31)).isFalse();
        assertThat(now.isProvisional(THU_2026_12_31)).isFalse();
        assertThat(now.isProvisional(FRI_2027_01_01)).isFalse();
        assertThat(imported.importedBy()).isEqualTo("admin");
    }

    @Test
    void a_year_imported_again_replaces_the_earlier_edition_as_a_whole_and_keeps_its_rows() {
        calendars.importYear("CN", 2027, "first", with(aYear2027(), off(MON_2027_01_04, "元旦")), ADMIN);
        calendars.importYear("CN", 2027, "second", aYear2027(), ADMIN);

        assertThat(calendars.of("CN").isWorkingDay(MON_2027_01_04)).isTrue();
        assertThat(calendars.years("CN").getFirst().notice()).isEqualTo("second");
        assertThat(database.jdbc()
                        .sql("select count(*) from calendar.edition where region = 'CN' and year = 2027")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_program_cannot_change_what_was_imported() {
        assertThatThrownBy(() -> database.jdbc()
                        .sql("update calendar.special_day set kind = 'WORK'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        database.jdbc().sql("delete from calendar.edition").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void T1_an_import_is_announced_for_every_region_below_and_again_when_the_program_starts() {
        calendars.ensureRegion("990101", "示范县");
        announced.clear();

        long edition = calendars
                .importYear("CN", 2027, "a made-up notice", aYear2027(), ADMIN)
                .edition();

        assertThat(announced).containsExactlyInAnyOrder("CN " + edition, "450000 " + edition, "990101 " + edition);

        announced.clear();
        node().announceAll();
        assertThat(announced).containsExactlyInAnyOrder("CN " + edition, "450000 " + edition, "990101 " + edition);
    }

    @Test
    void another_node_sees_an_import_when_it_looks_and_announces_it() {
        var other = node();
        long before = other.of("CN").edition();
        calendars.importYear("CN", 2027, "a made-up notice", aYear2027(), ADMIN);
        announced.clear();

        assertThat(other.of("CN").edition()).isEqualTo(before);
        other.lookForImports();

        assertThat(other.of("CN").edition()).isEqualTo(before + 1);
        assertThat(announced).contains("CN " + (before + 1));
    }

    @Test
    void a_county_follows_the_country_and_its_townships_and_villages_follow_the_county() {
        assertThatThrownBy(() -> calendars.of("990101")).isInstanceOf(NotFound.class);

        calendars.ensureRegion("990101", "示范县");
        calendars.ensureRegion("990101", "示范县");

        assertThat(calendars.of("990101").edition())
                .isEqualTo(calendars.of("CN").edition());
        assertThat(calendars.of("990101001").isWorkingDay(LocalDate.of(2026, 2, 14)))
                .isTrue();
        assertThat(calendars.of("990101001001").isWorkingDay(LocalDate.of(2026, 2, 16)))
                .isFalse();
    }

    @Test
    void a_region_lays_its_own_days_over_the_national_ones() {
        calendars.ensureRegion("990101", "示范县");
        calendars.importYear("990101", 2026, "a made-up festival", List.of(off(MON_2026_04_20, "县庆")), ADMIN);

        assertThat(calendars.of("990101").isWorkingDay(MON_2026_04_20)).isFalse();
        assertThat(calendars.of("990101").kindOf(MON_2026_04_20)).isEqualTo(DayKind.REGIONAL_HOLIDAY);
        assertThat(calendars.of("990101").workingDayAfter(THU_2026_04_16, 2)).isEqualTo(LocalDate.of(2026, 4, 21));
        assertThat(calendars.of("CN").workingDayAfter(THU_2026_04_16, 2)).isEqualTo(MON_2026_04_20);
        assertThat(calendars.of("990101").isProvisional(MON_2026_04_20)).isFalse();
    }

    @Test
    void where_a_region_arranges_days_every_year_a_year_without_them_is_provisional() {
        assertThat(calendars.of("450000").isProvisional(MON_2026_04_20)).isTrue();
        assertThat(calendars.of("CN").isProvisional(MON_2026_04_20)).isFalse();

        calendars.importYear("450000", 2026, "a made-up arrangement", List.of(off(MON_2026_04_20, "三月三")), ADMIN);

        assertThat(calendars.of("450000").isProvisional(MON_2026_04_20)).isFalse();
        assertThat(calendars.of("450000").isProvisional(LocalDate.of(2025, 6, 2)))
                .isTrue();
    }

    @Test
    void a_county_takes_its_calendar_from_the_nearest_region_above() {
        calendars.ensureRegion("450222", "柳城县");
        calendars.importYear("450000", 2026, "a made-up arrangement", List.of(off(MON_2026_04_20, "三月三")), ADMIN);

        assertThat(calendars.of("450222").isWorkingDay(MON_2026_04_20)).isFalse();
    }

    @Test
    void every_bad_row_of_a_year_is_named_and_nothing_is_kept() {
        long before = calendars.of("CN").edition();
        var days = new ArrayList<>(aYear2027());
        days.add(off(LocalDate.of(2028, 2, 1), "春节"));
        days.add(off(FRI_2027_01_01, "元旦"));
        days.add(work(MON_2027_01_04, "元旦"));
        days.add(off(LocalDate.of(2026, 12, 28), "元旦"));
        days.add(off(LocalDate.of(2027, 3, 1), " "));

        assertThatThrownBy(() -> calendars.importYear("CN", 2027, "a bad one", days, ADMIN))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad -> assertThat(bad.fields())
                                .extracting(field -> field.pointer() + " " + field.key())
                                .containsExactly(
                                        "/days/5/date calendar.wrong-year",
                                        "/days/6/date calendar.duplicate",
                                        "/days/8/date calendar.wrong-year",
                                        "/days/9/name calendar.name",
                                        "/days/7/kind calendar.weekday-worked"));
        assertThat(calendars.of("CN").edition()).isEqualTo(before);
    }

    @Test
    void a_year_that_leaves_a_gap_or_forgets_national_day_is_refused() {
        assertThatThrownBy(() -> calendars.importYear("CN", 2028, "too early", List.of(), ADMIN))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad -> assertThat(bad.fields())
                                .extracting(InvalidInput.Field::key)
                                .contains("calendar.gap"));
        assertThatThrownBy(() -> calendars.importYear("CN", 2027, "empty", List.of(), ADMIN))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        bad -> assertThat(bad.fields())
                                .extracting(field -> field.key() + field.arguments())
                                .containsExactly(
                                        "calendar.festival-missing[2027-01-01]",
                                        "calendar.festival-missing[2027-10-01]"));
    }

    @Test
    void only_an_administrator_or_a_manager_keeps_calendars() {
        assertThatThrownBy(() -> calendars.importYear("CN", 2027, "no", aYear2027(), CLERK))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calendars.changeHours("CN", BusinessHours.DEFAULT, "no", CLERK))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calendars.importYear("XX", 2027, "no", aYear2027(), CLERK))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void T2_business_hours_change_from_a_day_on_and_a_region_may_have_its_own() {
        calendars.ensureRegion("990101", "示范县");
        var winter = new BusinessHours(LocalDate.of(2026, 12, 1), LocalTime.of(8, 30), LocalTime.of(17, 30));
        var own = new BusinessHours(LocalDate.of(2026, 12, 15), LocalTime.of(9, 0), LocalTime.of(16, 30));

        calendars.changeHours("CN", winter, "winter hours", ADMIN);
        long edition = calendars.changeHours("990101", own, "the county's own", ADMIN);

        var county = calendars.of("990101");
        assertThat(county.edition()).isEqualTo(edition);
        assertThat(county.closingTime(LocalDate.of(2026, 11, 30))).isEqualTo(LocalTime.of(17, 0));
        assertThat(county.closingTime(LocalDate.of(2026, 12, 1))).isEqualTo(LocalTime.of(17, 30));
        assertThat(county.closingTime(LocalDate.of(2026, 12, 15))).isEqualTo(LocalTime.of(16, 30));
        assertThat(county.openingTime(LocalDate.of(2026, 12, 1))).isEqualTo(LocalTime.of(8, 30));
        assertThat(calendars.of("CN").closingTime(LocalDate.of(2026, 12, 15))).isEqualTo(LocalTime.of(17, 30));
        var yesterday = new BusinessHours(LocalDate.of(2026, 11, 22), LocalTime.of(9, 0), LocalTime.of(16, 0));
        assertThatThrownBy(() -> calendars.changeHours("CN", yesterday, "too late", ADMIN))
                .isInstanceOf(InvalidInput.class);
    }

    private StoredCalendars node() {
        var beans = new StaticListableBeanFactory();
        beans.addBean(
                "listener", (CalendarListener) (String region, long edition) -> announced.add(region + " " + edition));
        return new StoredCalendars(
                new CalendarStore(database.jdbc()),
                new JdbcTransactionManager(database.dataSource()),
                TIME,
                beans.getBeanProvider(CalendarListener.class));
    }

    /** The least a year must say: 1 May, 2 and 3 October 2027 are weekend days. */
    private static List<SpecialDay> aYear2027() {
        return List.of(
                off(FRI_2027_01_01, "元旦"),
                off(LocalDate.of(2027, 2, 8), "春节"),
                off(LocalDate.of(2027, 5, 3), "劳动节"),
                off(LocalDate.of(2027, 10, 1), "国庆节"),
                work(LocalDate.of(2027, 10, 9), "国庆节"));
    }

    private static List<SpecialDay> with(List<SpecialDay> days, SpecialDay more) {
        var all = new ArrayList<>(days);
        all.add(more);
        return all;
    }

    private static SpecialDay off(LocalDate day, String name) {
        return new SpecialDay(day, SpecialDay.Kind.OFF, name);
    }

    private static SpecialDay work(LocalDate day, String name) {
        return new SpecialDay(day, SpecialDay.Kind.WORK, name);
    }

    private static Actor staff(Role role) {
        String name = role.name().toLowerCase(java.util.Locale.ROOT);
        return new Actor(Actor.Kind.STAFF, name, name, List.of(new Post(role, null, null, null)));
    }
}
