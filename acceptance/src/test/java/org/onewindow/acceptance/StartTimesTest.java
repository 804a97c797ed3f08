package org.onewindow.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** How long starts take; no other test runs meanwhile. */
@Isolated
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class StartTimesTest {

    private static final Duration FIRST_START = Duration.ofSeconds(60);
    private static final Duration RESTART = Duration.ofSeconds(10);

    @Test
    void a_first_start_takes_less_than_a_minute_and_a_restart_less_than_ten_seconds() throws Exception {
        try (ServedProgram program = new ServedProgram()) {
            // builds, unpacks and makes the cache where that wasn't done before: none of it is the start
            program.runToItsEnd(Map.of(), "--help");

            Duration first = program.start();
            assertThat(program.health().body()).contains("\"status\":\"UP\"");
            assertThat(program.answers("/health"))
                    .as("nothing of management is on the public port")
                    .isFalse();
            assertThat(program.get("/", "nobody").headers().firstValue("server"))
                    .isEmpty();
            program.stop();
            assertThat(program.data().resolve("postgres/cluster/postmaster.pid"))
                    .as("the database was stopped, too")
                    .doesNotExist();
            Duration restart = program.start();
            System.out.printf("first start %d ms, restart %d ms%n", first.toMillis(), restart.toMillis());

            if (first.compareTo(FIRST_START) >= 0 || restart.compareTo(RESTART) >= 0) {
                assumeThat(load())
                        .as("on a machine this busy such times say nothing")
                        .isLessThan(2.0 * Runtime.getRuntime().availableProcessors());
            }
            assertThat(first).isLessThan(FIRST_START);
            assertThat(restart).isLessThan(RESTART);
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
