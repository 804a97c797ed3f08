package org.onewindow.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a due date costs: the nth working day by look-up, the same with suspensions to be merged, and the floor everybody starts
 * with, a loop over days that asks a {@link HashSet} of holidays. Starts are random over the published years, so that neither
 * branch nor cache knows the answer.
 *
 * <p>{@link #main} runs all of it and prints ratios; the best of many iterations is given beside the median, since other work on the
 * machine only ever adds. They are shorter than a scheduler's slice, so that some are left alone on a busy machine too: at 100 ms,
 * none was, and a suspension seemed to cost twice what it does.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 10, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 500, time = 2, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class CalendarBench {

    private static final int STARTS = 256;
    private static final WorkingCalendar CN = NoticeFile.shippedEdition();

    /** Random first days of periods. */
    @State(Scope.Thread)
    public static class Starts {

        final LocalDate[] days = new LocalDate[STARTS];
        private int next;

        @Setup
        public void fill() {
            var random = new Random(20260210);
            for (int i = 0; i < STARTS; i++) {
                days[i] = LocalDate.of(2023, 1, 1).plusDays(random.nextInt(1_000));
            }
        }

        int step() {
            next = (next + 1) & (STARTS - 1);
            return next;
        }
    }

    /** How many working days. */
    @State(Scope.Thread)
    public static class Length {

        @Param({"1", "20", "60", "250"})
        public int n;
    }

    /** Disjoint suspensions inside each period, as a case holds them. */
    @State(Scope.Thread)
    public static class Suspended {

        @Param({"0", "1", "2", "3"})
        public int suspensions;

        final List<List<Exclusion>> lists = new ArrayList<>();

        @Setup
        public void fill(Starts starts) {
            var random = new Random(7);
            for (LocalDate start : starts.days) {
                var list = new ArrayList<Exclusion>();
                for (int i = 0; i < suspensions; i++) {
                    var from = start.plusDays(2 + 8L * i + random.nextInt(2));
                    list.add(Exclusion.closed(from, from.plusDays(1 + random.nextInt(5))));
                }
                lists.add(List.copyOf(list));
            }
        }
    }

    /** The floor: two sets and a loop. */
    @State(Scope.Thread)
    public static class Sets {

        final Set<LocalDate> off = new HashSet<>();
        final Set<LocalDate> work = new HashSet<>();

        @Setup
        public void fill() {
            NoticeFile.shipped().values().stream()
                    .flatMap(Collection::stream)
                    .forEach(day -> (day.kind() == SpecialDay.Kind.OFF ? off : work).add(day.day()));
        }

        LocalDate workingDayAfter(LocalDate start, int n) {
            LocalDate day = start;
            for (int counted = 0; counted < n; ) {
                day = day.plusDays(1);
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
                if (weekend ? work.contains(day) : !off.contains(day)) {
                    counted++;
                }
            }
            return day;
        }
    }

    @Benchmark
    public LocalDate lookUp(Starts starts, Length length) {
        return CN.workingDayAfter(starts.days[starts.step()], length.n);
    }

    @Benchmark
    public LocalDate loop(Starts starts, Length length, Sets sets) {
        return sets.workingDayAfter(starts.days[starts.step()], length.n);
    }

    @Benchmark
    public @Nullable LocalDate lastDay(Starts starts, Suspended suspended) {
        int i = starts.step();
        return TimeLimits.lastDay(CN, Unit.WORKING_DAY, starts.days[i], 20, suspended.lists.get(i));
    }

    /**
     * Runs everything and prints what it comes to.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws RunnerException {
        var results = new Runner(new OptionsBuilder()
                        .include(CalendarBench.class.getName())
                        .build())
                .run();
        Map<String, double[]> times = new TreeMap<>();
        for (RunResult result : results) {
            var parameters = result.getParams();
            String key = parameters.getParam("n") != null
                    ? "n=" + parameters.getParam("n")
                    : "suspensions=" + parameters.getParam("suspensions");
            times.put(name(parameters.getBenchmark()) + " " + key, medianAndBest(result));
        }
        System.out.printf(Locale.ROOT, "%n%-28s %10s %10s%n", "nanoseconds a call", "median", "best");
        times.forEach((name, time) -> System.out.printf(Locale.ROOT, "%-28s %10.1f %10.1f%n", name, time[0], time[1]));
        System.out.printf(Locale.ROOT, "%n%-52s %10s %10s%n", "ratios", "median", "best");
        for (String n : List.of("1", "20", "60", "250")) {
            ratio("loop over a HashSet / look-up at n=" + n, times, "loop n=" + n, "lookUp n=" + n);
        }
        for (int i = 1; i <= 3; i++) {
            double[] with = times.getOrDefault("lastDay suspensions=" + i, new double[2]);
            double[] without = times.getOrDefault("lastDay suspensions=0", new double[2]);
            System.out.printf(
                    Locale.ROOT,
                    "%-52s %10.1f %10.1f%n",
                    "nanoseconds more per suspension, with " + i,
                    (with[0] - without[0]) / i,
                    (with[1] - without[1]) / i);
        }
    }

    private static void ratio(String what, Map<String, double[]> times, String over, String under) {
        double[] a = times.getOrDefault(over, new double[2]);
        double[] b = times.getOrDefault(under, new double[] {1, 1});
        System.out.printf(Locale.ROOT, "%-52s %10.1f %10.1f%n", what, a[0] / b[0], a[1] / b[1]);
    }

    private static double[] medianAndBest(RunResult result) {
        double[] sorted = result.getBenchmarkResults().stream()
                .flatMap(run -> run.getIterationResults().stream())
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(iteration -> iteration.getScore())
                .sorted()
                .toArray();
        return new double[] {sorted[sorted.length / 2], sorted[0]};
    }

    private static String name(String benchmark) {
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
