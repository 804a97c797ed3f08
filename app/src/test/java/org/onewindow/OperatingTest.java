package org.onewindow;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** docs/operating.md names every setting there is, and none that isn't. */
class OperatingTest {

    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(onewindow\\.[a-z.-]+)` \\|", Pattern.MULTILINE);

    /** Read as single properties, not by a record. */
    private static final List<String> SINGLE = List.of("onewindow.simulation");

    @Test
    void the_settings_table_is_complete() throws Exception {
        List<String> documented = DOCUMENTED
                .matcher(Files.readString(Path.of("../docs/operating.md")))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(settings().stream(), SINGLE.stream()).toList());
    }

    private static List<String> settings() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> settings = new ArrayList<>();
        for (var found : scanner.findCandidateComponents("org.onewindow")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            String prefix = Objects.requireNonNull(type.getAnnotation(ConfigurationProperties.class))
                    .value();
            assertThat(type).as("settings are records").isRecord();
            for (RecordComponent component : type.getRecordComponents()) {
                settings.add(prefix + "." + hyphenated(component.getName()));
            }
        }
        return settings;
    }

    private static String hyphenated(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
