package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the field study's defects names, for each, classes that really have a test named after it. */
class FieldDefectsIndexTest {

    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| [^|]+ \\| ([^|]+) \\|");
    private static final Pattern CLASS = Pattern.compile("`([\\w.]+)`");
    private static final int DEFECTS = 19;

    @Test
    void every_defect_has_tests_named_after_it_where_the_table_says() throws Exception {
        List<Integer> listed = new ArrayList<>();
        for (String line : Files.readAllLines(docs().resolve("field-defects.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                listed.add(Integer.valueOf(row.group(1)));
                Matcher named = CLASS.matcher(row.group(2));
                while (named.find()) {
                    Class<?> tests = Class.forName("org.onewindow." + named.group(1));
                    assertThat(Stream.of(tests.getDeclaredMethods()).map(Method::getName))
                            .as("defect %s in %s", row.group(1), tests)
                            .anyMatch(name -> name.startsWith("defect_" + row.group(1) + "_"));
                }
            }
        }
        assertThat(listed).isEqualTo(IntStream.rangeClosed(1, DEFECTS).boxed().toList());
    }

    private static Path docs() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs"))
                ? here.resolve("docs")
                : Objects.requireNonNull(here.getParent()).resolve("docs");
    }
}
