package org.onewindow.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onewindow.journal.EventTypes;
import org.onewindow.journal.NewEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events are data for decades: what was ever written can be read. {@code src/test/resources/events/<type>.<n>.json} holds a body of
 * each type; the n-th sample is the type as of its n-th shape. A released sample is never changed: who adds a field to an event
 * adds a sample.
 */
class EventSamplesTest {

    private static final Path SAMPLES = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.onewindow");

    private record Sample(String type, int shape, String body) {}

    @TestFactory
    Stream<DynamicTest> every_stored_sample_is_read_and_nothing_of_it_is_lost() {
        return samples().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.type() + "." + sample.shape(), () -> {
                    EventTypes<Object> types = typesOf(sample.type());
                    String again = types.write(sample.type(), types.read(sample.type(), sample.body()));
                    assertThat(missing("", JSON.readTree(sample.body()), JSON.readTree(again)))
                            .as("what the program as it is today no longer understands")
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_type_has_a_sample_with_all_its_fields() {
        Map<String, Sample> latest = samples().stream()
                .collect(Collectors.toMap(
                        Sample::type, sample -> sample, BinaryOperator.maxBy(Comparator.comparingInt(Sample::shape))));
        return everyType()
                .flatMap(types -> types.all().entrySet().stream())
                .map(type -> DynamicTest.dynamicTest(type.getKey(), () -> {
                    assertThat(latest).containsKey(type.getKey());
                    Sample sample = Objects.requireNonNull(latest.get(type.getKey()));
                    assertThat(new TreeSet<>(JSON.readTree(sample.body()).propertyNames()))
                            .as("the newest sample")
                            .isEqualTo(fields(type.getValue()));
                }));
    }

    @Test
    void every_module_that_writes_events_declares_their_types() {
        Set<String> writing = PROGRAM.stream()
                .filter(type -> type.getConstructorCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(NewEvent.class)))
                .map(EventSamplesTest::module)
                .collect(Collectors.toSet());
        Set<String> declaring =
                declarations().map(field -> module(field.getOwner())).collect(Collectors.toSet());

        assertThat(writing).contains("cases").isSubsetOf(declaring);
    }

    private static String module(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    private static Stream<JavaField> declarations() {
        return PROGRAM.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(EventTypes.class));
    }

    @SuppressWarnings("unchecked")
    private static Stream<EventTypes<Object>> everyType() {
        return declarations().map(declared -> {
            try {
                Field field = declared.reflect();
                field.setAccessible(true);
                return (EventTypes<Object>) field.get(null);
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        });
    }

    private static EventTypes<Object> typesOf(String name) {
        return everyType()
                .filter(types -> types.all().containsKey(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a released type of event is gone: " + name));
    }

    private static Set<String> fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(EventSamplesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As written: the accessor carries the annotation of a field whose name is a word of Java. */
    private static String name(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(com.fasterxml.jackson.annotation.JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    /** Addresses of what stands in one tree and not, or differently, in the other. */
    private static List<String> missing(String at, JsonNode before, JsonNode after) {
        if (!before.isContainer() || before.getNodeType() != after.getNodeType()) {
            return before.equals(after) ? List.of() : List.of(at + ": " + before + " became " + after);
        }
        List<String> lost = new ArrayList<>();
        if (before.isArray()) {
            for (int i = 0; i < before.size(); i++) {
                lost.addAll(missing(at + "/" + i, before.get(i), after.path(i)));
            }
        } else {
            before.propertyNames()
                    .forEach(name -> lost.addAll(missing(at + "/" + name, before.get(name), after.path(name))));
        }
        return lost;
    }

    private static List<Sample> samples() {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().map(EventSamplesTest::sample).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Sample sample(Path file) {
        String name = file.getFileName().toString();
        assertThat(name).matches("[a-z]+\\.[a-z-]+\\.[1-9]\\.json");
        int dot = name.lastIndexOf('.', name.length() - ".json".length() - 1);
        try {
            return new Sample(name.substring(0, dot), name.charAt(dot + 1) - '0', Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
