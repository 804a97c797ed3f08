package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;

/** Seeded random facts, read by the arithmetic and by the {@link ClockOracle}: both must say the same, to the last field. */
class TimeLimitOracleTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final ClockOracle ORACLE = new ClockOracle();
    private static final LocalDate FIRST = LocalDate.of(2022, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 6, 30);
    private static final int ROUNDS = 4_000;

    @Test
    void every_day_from_2000_to_2060_is_worked_or_not_as_the_wall_calendar_says_and_counted_once() {
        int worked = 0;
        LocalDate origin = LocalDate.of(2000, 1, 1);
        for (LocalDate day = origin.plusDays(1); day.getYear() < 2060; day = day.plusDays(1)) {
            assertThat(CN.isWorkingDay(day)).as("%s", day).isEqualTo(ORACLE.works(day));
            assertThat(CN.kindOf(day).isWorking()).as("%s", day).isEqualTo(ORACLE.works(day));
            worked += ORACLE.works(day) ? 1 : 0;
            assertThat(CN.workingDaysBetween(origin, day)).as("%s", day).isEqualTo(worked);
            if (ORACLE.works(day)) {
                assertThat(CN.workingDayAfter(origin, worked)).isEqualTo(day);
                assertThat(CN.workingDayOnOrAfter(day)).isEqualTo(day);
            } else {
                assertThat(CN.workingDayOnOrAfter(day)).isEqualTo(CN.workingDayAfter(day, 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260210})
    void readings_of_running_clocks_agree(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var facts = facts(random, null);
            agree(facts, instant(random, facts.startDay().plusDays(random.nextInt(150))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void readings_of_stopped_and_cancelled_clocks_agree(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var running = facts(random, null);
            Instant stop = instant(random, running.startDay().plusDays(random.nextInt(120)));
            var facts = random.nextInt(5) == 0 ? running.cancelled(stop) : running.stopped(stop);
            agree(facts, stop.plusSeconds(random.nextInt(4_000_000)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void calculations_agree_in_due_day_excluded_days_and_what_remains(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            var start = day(random);
            var unit = random.nextInt(3) == 0 ? Unit.DAY : Unit.WORKING_DAY;
            int days = days(random);
            int extension = random.nextInt(3) == 0 ? random.nextInt(20) : 0;
            var suspensions = exclusions(random, start, false);

            var result = TimeLimits.calculate(CN, TIME, start, unit, days, extension, suspensions);

            int total = days + extension;
            var due = ORACLE.lastDay(unit, start, total, suspensions, false);
            var usedUp = ORACLE.usedUp(unit, start, total, suspensions);
            String facts = "%s %s %d+%d %s".formatted(start, unit, days, extension, suspensions);
            assertThat(result.dueOn()).as(facts).isEqualTo(due);
            assertThat(TimeLimits.lastDay(CN, unit, start, total, suspensions))
                    .as(facts)
                    .isEqualTo(due);
            LocalDate through = due == null ? openFrom(start, suspensions) : due;
            int used = 0;
            int excluded = 0;
            for (LocalDate day = start.plusDays(1); !day.isAfter(through); day = day.plusDays(1)) {
                if (unit == Unit.DAY || ORACLE.works(day)) {
                    if (ClockOracle.takenOut(day, suspensions)) {
                        excluded++;
                    } else {
                        used++;
                    }
                }
            }
            assertThat(result.excludedDays()).as(facts).isEqualTo(excluded);
            assertThat(result.remainingDays()).as(facts).isEqualTo(due == null ? total - used : null);
            assertThat(result.provisional())
                    .as(facts)
                    .isEqualTo(ORACLE.provisional(unit, start, total, usedUp, due, suspensions));
        }
    }

    private static LocalDate openFrom(LocalDate start, List<Exclusion> suspensions) {
        return suspensions.stream()
                .filter(suspension -> suspension.to() == null)
                .map(Exclusion::from)
                .map(from -> from.isBefore(start) ? start : from)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    private static void agree(ClockFacts facts, Instant now) {
        assertThat(TimeLimits.read(facts, CN, TIME, now))
                .as("%s at %s", facts, now)
                .isEqualTo(ORACLE.read(facts, now));
    }

    private static ClockFacts facts(Random random, @Nullable Instant stoppedAt) {
        var start = day(random);
        return new ClockFacts(
                ClockKind.STATUTORY,
                "",
                random.nextInt(3) == 0 ? Unit.DAY : Unit.WORKING_DAY,
                days(random),
                instant(random, random.nextInt(6) == 0 ? start.plusDays(random.nextInt(6)) : start),
                start,
                random.nextInt(4) == 0 ? 1 + random.nextInt(15) : 0,
                exclusions(random, start, true),
                stoppedAt,
                null,
                false);
    }

    private static int days(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(250);
            default -> random.nextInt(30);
        };
    }

    private static List<Exclusion> exclusions(Random random, LocalDate start, boolean stated) {
        var exclusions = new ArrayList<Exclusion>();
        for (int i = random.nextInt(5); i > 0; i--) {
            var from = start.plusDays(random.nextInt(60) - 3L);
            var to = random.nextInt(6) == 0 ? null : from.plusDays(random.nextInt(25) - 1L);
            int days = stated && random.nextInt(2) == 0 ? 1 + random.nextInt(20) : 0;
            exclusions.add(new Exclusion(from, to, days, random.nextInt(3) == 0 ? Unit.DAY : Unit.WORKING_DAY));
        }
        return exclusions;
    }

    private static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextLong(LAST.toEpochDay() - FIRST.toEpochDay()));
    }

    private static Instant instant(Random random, LocalDate day) {
        return TIME.at(day, random.nextInt(5) == 0 ? LocalTime.of(17, 0) : LocalTime.of(8 + random.nextInt(11), 30));
    }
}
