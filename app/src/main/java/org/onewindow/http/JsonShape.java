package org.onewindow.http;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a JSON body with the record it is to become and collects everything that doesn't fit, with a pointer each, before
 * anything is built from it.
 *
 * <p>The record is the contract: a component that isn't {@code @Nullable} must be there, null means absent, an absent list or
 * map is empty, a field the record doesn't have is refused, and nothing is converted ({@code "8"} is no number, {@code 1} is
 * no flag). Texts hold no control characters other than line breaks and tabs, and no halves of characters.
 */
final class JsonShape {

    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    private JsonShape() {}

    /**
     * Checks a body; fills absent lists and maps in.
     *
     * @throws InvalidInput with all fields that don't fit
     */
    static void check(JsonNode body, Class<?> type) {
        JsonShape shape = new JsonShape();
        shape.object(body, type, "");
        if (!shape.wrong.isEmpty()) {
            throw new InvalidInput(shape.wrong);
        }
    }

    private void object(JsonNode node, Class<?> type, String pointer) {
        if (!(node instanceof ObjectNode object)) {
            wrong(pointer, "object");
            return;
        }
        Set<String> known = new HashSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.add(component.getName());
            component(object, component, pointer + "/" + escaped(component.getName()));
        }
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                wrong(pointer + "/" + escaped(name), "unknown");
            }
        }
    }

    private void component(ObjectNode object, RecordComponent component, String pointer) {
        AnnotatedType annotated = component.getAnnotatedType();
        JsonNode value = object.get(component.getName());
        if (value != null && !value.isNull()) {
            value(value, annotated, pointer);
        } else if (!annotated.isAnnotationPresent(Nullable.class)) {
            Class<?> raw = raw(annotated.getType());
            if (raw == List.class || raw == Set.class) {
                object.putArray(component.getName());
            } else if (raw == Map.class) {
                object.putObject(component.getName());
            } else {
                wrong(pointer, "required");
            }
        }
    }

    private void value(JsonNode value, AnnotatedType annotated, String pointer) {
        Class<?> type = raw(annotated.getType());
        if (type == String.class) {
            text(value, pointer);
        } else if (type == int.class || type == Integer.class) {
            require(value.isIntegralNumber() && value.canConvertToInt(), pointer, "integer");
        } else if (type == long.class || type == Long.class) {
            require(value.isIntegralNumber() && value.canConvertToLong(), pointer, "integer");
        } else if (type == boolean.class || type == Boolean.class) {
            require(value.isBoolean(), pointer, "flag");
        } else if (type == double.class || type == Double.class || type == BigDecimal.class) {
            require(value.isNumber() && Double.isFinite(value.doubleValue()), pointer, "number");
        } else if (type == LocalDate.class) {
            require(isDay(value), pointer, "day");
        } else if (type == Instant.class) {
            require(isInstant(value), pointer, "instant");
        } else if (type.isEnum()) {
            constant(value, type, pointer);
        } else if (type == List.class || type == Set.class) {
            elements(value, argument(annotated, 0), pointer);
        } else if (type == Map.class) {
            entries(value, argument(annotated, 1), pointer);
        } else if (type.isRecord()) {
            object(value, type, pointer);
        } else {
            anything(value, pointer);
        }
    }

    private void text(JsonNode value, String pointer) {
        if (!value.isString()) {
            wrong(pointer, "text");
        } else if (!isClean(value.stringValue())) {
            wrong(pointer, "characters");
        }
    }

    /** Whether a text can be stored and printed: no control characters but line breaks and tabs, no halves of characters. */
    static boolean isClean(String text) {
        return text.codePoints()
                .allMatch(point -> (point >= ' ' || point == '\n' || point == '\r' || point == '\t')
                        && point != 0x7f
                        && !(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        && (point & 0xfffe) != 0xfffe);
    }

    private void constant(JsonNode value, Class<?> type, String pointer) {
        List<String> names = new ArrayList<>();
        for (Object constant : type.getEnumConstants()) {
            names.add(((Enum<?>) constant).name());
        }
        if (!value.isString() || !names.contains(value.stringValue())) {
            wrong.add(InvalidInput.Field.of(pointer, "choice", names));
        }
    }

    private void elements(JsonNode value, AnnotatedType element, String pointer) {
        if (!(value instanceof ArrayNode array)) {
            wrong(pointer, "list");
            return;
        }
        for (int index = 0; index < array.size(); index++) {
            present(array.get(index), element, pointer + "/" + index);
        }
    }

    private void entries(JsonNode value, AnnotatedType element, String pointer) {
        if (!(value instanceof ObjectNode object)) {
            wrong(pointer, "object");
            return;
        }
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            String at = pointer + "/" + escaped(entry.getKey());
            if (!isClean(entry.getKey())) {
                wrong(at, "characters");
            }
            present(entry.getValue(), element, at);
        }
    }

    private void present(JsonNode value, AnnotatedType element, String pointer) {
        if (!value.isNull()) {
            value(value, element, pointer);
        } else if (!element.isAnnotationPresent(Nullable.class)) {
            wrong(pointer, "required");
        }
    }

    private void anything(JsonNode value, String pointer) {
        if (value.isString()) {
            text(value, pointer);
        } else if (value instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                anything(array.get(index), pointer + "/" + index);
            }
        } else if (value instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                anything(entry.getValue(), pointer + "/" + escaped(entry.getKey()));
            }
        }
    }

    private static boolean isDay(JsonNode value) {
        return value.isString() && WrittenDay.of(value.stringValue()).isPresent();
    }

    private static boolean isInstant(JsonNode value) {
        try {
            return value.isString()
                    && WrittenDay.inReach(
                            OffsetDateTime.parse(value.stringValue()).getYear());
        } catch (DateTimeException noInstant) {
            return false;
        }
    }

    private void require(boolean fits, String pointer, String key) {
        if (!fits) {
            wrong(pointer, key);
        }
    }

    private void wrong(String pointer, String key) {
        wrong.add(InvalidInput.Field.of(pointer, key));
    }

    private static AnnotatedType argument(AnnotatedType annotated, int index) {
        return ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(Type type) {
        return switch (type) {
            case Class<?> plain -> plain;
            case ParameterizedType parameterized -> raw(parameterized.getRawType());
            default -> Object.class;
        };
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
