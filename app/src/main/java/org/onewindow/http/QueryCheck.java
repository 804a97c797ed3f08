package org.onewindow.http;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/**
 * Looks at all query parameters of an endpoint of the API before its controller gets them one by one, so that whoever calls it learns
 * of everything that is wrong at once.
 */
final class QueryCheck {

    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();
    private static final Set<Class<?>> NUMBERS = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

    private final Supplier<? extends ConversionService> conversion;

    /** Converts as the controller's parameters are converted. */
    QueryCheck(Supplier<? extends ConversionService> conversion) {
        this.conversion = conversion;
    }

    /** Adds what is wrong. */
    void check(HandlerMethod endpoint, HttpServletRequest request, List<InvalidInput.Field> wrong) {
        for (MethodParameter parameter : endpoint.getMethodParameters()) {
            if (parameter.getParameterType() == Paging.class) {
                Parameters.paging(
                        request.getParameterValues(Paging.LIMIT), request.getParameterValues(Paging.AFTER), wrong);
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                fault(parameter, request).ifPresent(wrong::add);
            }
        }
    }

    private Optional<InvalidInput.Field> fault(MethodParameter parameter, HttpServletRequest request) {
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        parameter.initParameterNameDiscovery(NAMES);
        String name = asked == null || asked.name().isEmpty() ? parameter.getParameterName() : asked.name();
        if (asked == null || name == null) {
            return Optional.empty();
        }
        String value = request.getParameter(name);
        boolean required = asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
        if (value == null || value.isEmpty()) {
            return required && value == null ? Optional.of(InvalidInput.Field.of(name, "required")) : Optional.empty();
        }
        TypeDescriptor type = new TypeDescriptor(parameter);
        TypeDescriptor element = type.getElementTypeDescriptor();
        return canBe(type, value)
                ? Optional.empty()
                : Optional.of(notA(element == null ? type.getType() : element.getType(), name));
    }

    private boolean canBe(TypeDescriptor type, String value) {
        try {
            Object converted = conversion.get().convert(value, TypeDescriptor.valueOf(String.class), type);
            // an empty word between two commas is none of them
            return !(converted instanceof Collection<?> all) || all.stream().noneMatch(Objects::isNull);
        } catch (ConversionException no) {
            return false;
        }
    }

    private static InvalidInput.Field notA(Class<?> type, String name) {
        @Nullable Object[] constants = type.getEnumConstants();
        if (constants != null) {
            return InvalidInput.Field.of(name, "choice", Arrays.toString(constants));
        }
        String key = NUMBERS.contains(type)
                ? "integer"
                : FLAGS.contains(type)
                        ? "flag"
                        : type == LocalDate.class ? "day" : type == Instant.class ? "instant" : "value";
        return InvalidInput.Field.of(name, key);
    }
}
