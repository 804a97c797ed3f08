package org.onewindow.timelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.kernel.CentreTime;

class TimeLimitVectorsTest {

    private static final WorkingCalendar CN = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));

    record Vector(String id, LocalDate start, int days, int extension, List<Exclusion> suspensions, LocalDate dueOn) {}

    @ParameterizedTest
    @MethodSource("vectors")
    void every_published_vector_comes_out(Vector vector) {
        var result = TimeLimits.calculate(
                CN, TIME, vector.start(), Unit.WORKING_DAY, vector.days(), vector.extension(), vector.suspensions());

        assertThat(result.dueOn()).isEqualTo(vector.dueOn());
        assertThat(result.dueAt()).isEqualTo(TIME.at(vector.dueOn(), LocalTime.of(17, 0)));
        assertThat(result.provisional()).isFalse();
    }

    static Stream<Vector> vectors() {
        try (var file = TimeLimitVectorsTest.class.getResourceAsStream("/vectors/time-limits.csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(TimeLimitVectorsTest::vector).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Vector vector(String line) {
        var cells = line.split(",", -1);
        var suspensions = cells[5].isEmpty()
                ? List.<Exclusion>of()
                : Arrays.stream(cells[5].split(";"))
                        .map(span -> span.split("/"))
                        .map(span -> Exclusion.closed(LocalDate.parse(span[0]), LocalDate.parse(span[1])))
                        .toList();
        return new Vector(
                cells[0],
                LocalDate.parse(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                suspensions,
                LocalDate.parse(cells[6]));
    }
}
