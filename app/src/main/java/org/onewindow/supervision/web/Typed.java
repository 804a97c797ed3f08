package org.onewindow.supervision.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;

/** Reads what somebody typed into a form or an address; what is blank is null. */
final class Typed {

    private static final int LONGEST = 4_000;
    private static final int DAY_LENGTH = "2026-02-09".length();

    private Typed() {}

    static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    static @Nullable String text(String name, @Nullable String typed) {
        if (typed != null && typed.length() > LONGEST) {
            throw new InvalidInput(name, "too-long", LONGEST);
        }
        return typed;
    }

    static @Nullable Integer number(String name, @Nullable String typed) {
        String given = given(typed);
        if (given != null && !given.matches("\\d{1,9}")) {
            throw new InvalidInput(name, "number");
        }
        return given == null ? null : Integer.valueOf(given);
    }

    static @Nullable Long id(String name, @Nullable String typed) {
        String given = given(typed);
        if (given != null && !given.matches("\\d{1,18}")) {
            throw new InvalidInput(name, "number");
        }
        return given == null ? null : Long.valueOf(given);
    }

    /** The version a page showed: whoever was overtaken is told. */
    static @Nullable Long version(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Long.valueOf(typed) : null;
    }

    static @Nullable LocalDate day(String name, @Nullable String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        try {
            // years beyond four digits are read, too, and then no database holds them
            if (given.length() == DAY_LENGTH) {
                return LocalDate.parse(given);
            }
        } catch (DateTimeParseException notADay) {
            // falls through to the same answer
        }
        throw new InvalidInput(name, "day");
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name, @Nullable String typed) {
        String given = given(typed);
        if (given == null) {
            return null;
        }
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(given)) {
                return each;
            }
        }
        throw new InvalidInput(name, "choice", List.of(type.getEnumConstants()));
    }
}
