package org.onewindow.supervision.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Colour;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.Unit;

/**
 * S1, S2: seeded random clocks through the holidays of 2026, with suspensions, compared with an oracle that walks through the
 * year minute by minute and day by day on a calendar of its own, copied by hand from the notice.
 */
class SignalOracleTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), SHANGHAI);
    private static final int ROUNDS = 3_000;

    /** 国办发明电〔2025〕7号, as printed. */
    private static final Map<String, String> OFF = Map.of(
            "2026-01-01", "2026-01-03",
            "2026-02-15", "2026-02-23",
            "2026-04-04", "2026-04-06",
            "2026-05-01", "2026-05-05",
            "2026-06-19", "2026-06-21",
            "2026-09-25", "2026-09-27",
            "2026-10-01", "2026-10-07");

    private static final Set<String> MADE_UP =
            Set.of("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20260215})
    void S1_every_signal_of_a_promise_is_where_a_walk_through_the_year_finds_it(long seed) {
        Random random = new Random(seed);
        Map<Colour, Integer> found = new EnumMap<>(Colour.class);
        for (int round = 0; round < ROUNDS; round++) {
            ClockFacts facts = facts(random);
            Map<Colour, Instant> expected = walk(facts);
            Map<Colour, Instant> actual = new TreeMap<>();
            for (Signal signal : Signals.of(facts, true, RuleBook.SHIPPED, CN, TIME)) {
                actual.put(signal.colour(), signal.at());
                found.merge(signal.colour(), 1, Integer::sum);
            }
            assertThat(actual).as("%s", facts).isEqualTo(expected);
        }
        assertThat(found).as("all colours were met, often").containsOnlyKeys(Colour.values());
        assertThat(found.values()).allMatch(times -> times > ROUNDS / 4);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void S2_no_signal_falls_on_a_day_off_or_into_time_taken_out(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ClockFacts facts = facts(random);
            for (Signal signal : Signals.of(facts, true, RuleBook.SHIPPED, CN, TIME)) {
                LocalDate day = LocalDate.ofInstant(signal.at(), SHANGHAI);
                boolean atOnce = signal.at().equals(facts.startedAt());
                assertThat(atOnce || (works(day) && !takenOut(day, facts.exclusions())))
                        .as("%s of %s", signal, facts)
                        .isTrue();
            }
        }
    }

    // --- the oracle ---

    private static Map<Colour, Instant> walk(ClockFacts facts) {
        int limit = facts.budget() + facts.extension();
        Map<Colour, Instant> signals = new TreeMap<>();
        List<LocalDate> counted = new ArrayList<>();
        LocalDate day = facts.startDay();
        while (counted.size() < limit + 3) {
            day = day.plusDays(1);
            if (counts(day, facts)) {
                counted.add(day);
            }
        }
        LocalDate last = limit == 0 ? lastOfNone(facts) : counted.get(limit - 1);
        Instant due = close(last);
        Instant warning = later(facts.startedAt(), warning(facts, limit, counted, last));
        put(signals, Colour.WARNING, warning.isBefore(due) ? warning : null, facts.stoppedAt(), false);
        put(signals, Colour.YELLOW, due, facts.stoppedAt(), true);
        put(signals, Colour.RED, close(counted.get(limit + 2)), facts.stoppedAt(), false);
        return signals;
    }

    private static void put(
            Map<Colour, Instant> signals,
            Colour colour,
            @Nullable Instant at,
            @Nullable Instant stopped,
            boolean after) {
        if (at == null) {
            return;
        }
        boolean arises =
                stopped == null || ((colour == Colour.WARNING || after) ? stopped.isAfter(at) : !stopped.isBefore(at));
        if (arises) {
            signals.put(colour, at);
        }
    }

    private static LocalDate lastOfNone(ClockFacts facts) {
        LocalDate day = facts.startDay();
        if (LocalTime.ofInstant(facts.startedAt(), SHANGHAI).isAfter(LocalTime.of(17, 0))) {
            day = day.plusDays(1);
        }
        while (!works(day) || takenOut(day, facts.exclusions())) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static Instant warning(ClockFacts facts, int limit, List<LocalDate> counted, LocalDate last) {
        if (limit == 0) {
            return close(last).minusSeconds(3_600);
        }
        if (limit <= 2) {
            int minutes = 0;
            for (LocalDate day : counted) {
                for (LocalTime minute = LocalTime.of(9, 0);
                        minute.isBefore(LocalTime.of(17, 0));
                        minute = minute.plusMinutes(1)) {
                    minutes++;
                    if (minutes * 2 == limit * 8 * 60) {
                        return day.atTime(minute.plusMinutes(1))
                                .atZone(SHANGHAI)
                                .toInstant();
                    }
                }
            }
            throw new AssertionError(facts);
        }
        for (int used = 1; used <= limit; used++) {
            boolean littleLeft = (limit - used) * 5 <= limit;
            boolean dayBeforeTheLast = used == limit - 1;
            if (littleLeft || dayBeforeTheLast) {
                return close(counted.get(used - 1));
            }
        }
        throw new AssertionError(facts);
    }

    private static boolean counts(LocalDate day, ClockFacts facts) {
        return works(day) && !takenOut(day, facts.exclusions());
    }

    private static boolean takenOut(LocalDate day, List<Exclusion> suspensions) {
        return suspensions.stream()
                .anyMatch(
                        each -> day.isAfter(each.from()) && !day.isAfter(java.util.Objects.requireNonNull(each.to())));
    }

    private static boolean works(LocalDate day) {
        String date = day.toString();
        if (MADE_UP.contains(date)) {
            return true;
        }
        boolean off = OFF.entrySet().stream()
                .anyMatch(each -> date.compareTo(each.getKey()) >= 0 && date.compareTo(each.getValue()) <= 0);
        return !off && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static Instant close(LocalDate day) {
        return day.atTime(17, 0).atZone(SHANGHAI).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }

    // --- random clocks ---

    private static ClockFacts facts(Random random) {
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(270));
        while (!works(day)) {
            day = day.plusDays(1);
        }
        Instant started = LocalDateTime.of(day, LocalTime.of(9 + random.nextInt(10), random.nextInt(60)))
                .atZone(SHANGHAI)
                .toInstant();
        int limit = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(25);
        List<Exclusion> suspensions = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            LocalDate from = day.plusDays(random.nextInt(30));
            suspensions.add(Exclusion.closed(from, from.plusDays(random.nextInt(15))));
        }
        ClockFacts facts = ClockFacts.started(ClockKind.COMMITTED, "", Unit.WORKING_DAY, limit, started, day)
                .withExclusions(suspensions);
        return random.nextInt(5) == 0 ? facts.withExtension(1 + random.nextInt(10)) : facts;
    }
}
