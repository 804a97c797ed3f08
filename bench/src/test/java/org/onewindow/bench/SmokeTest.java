package org.onewindow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Each benchmark still runs from end to end. How fast is for a quiet machine to say, not for a test. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SmokeTest {

    @Test
    void every_small_benchmark_makes_a_call() throws Exception {
        var results = new Runner(new OptionsBuilder()
                        .mode(Mode.SingleShotTime)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .forks(0)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results)
                .extracting(result -> result.getParams().getBenchmark())
                .contains(CalendarBench.class.getName() + ".lookUp", DecideBench.class.getName() + ".decide");
    }

    @Test
    void the_throughput_of_cases_is_compared_with_the_floor() throws Exception {
        String printed = printedBy(() -> CaseThroughput.main(new String[] {"0.1", "1", "8"}));

        List<String> ofThirtyTwo =
                printed.lines().filter(line -> line.matches(".*\\s32\\s.*")).toList();
        assertThat(ofThirtyTwo).as(printed).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ofThirtyTwo.getFirst()).endsWith("1.00, 1.00, 1.00");
        assertThat(printed).doesNotContain("NaN");
    }

    @Test
    void supervision_raises_cards_shows_the_board_and_catches_up() throws Exception {
        String printed = printedBy(() -> SupervisionBench.main(new String[] {"4500", "2000"}));

        assertThat(printed)
                .contains("1000 due of 2,000 open", "the board with 2,000 closed cases", "4,500 events: followed")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void a_joint_application_of_twenty_members_is_opened_in_one_transaction() throws Exception {
        String printed = printedBy(() -> JointOpeningBench.main(new String[] {"4", "20"}));

        assertThat(printed).contains("opening 20 members (62 rows)").doesNotContain("NaN");
    }

    private interface Program {
        void run() throws Exception;
    }

    private static String printedBy(Program program) throws Exception {
        PrintStream before = System.out;
        var printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
