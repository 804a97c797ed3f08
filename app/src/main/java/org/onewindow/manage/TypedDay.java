package org.onewindow.manage;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.InvalidInput;

/** A day somebody typed into a form. */
final class TypedDay {

    private TypedDay() {}

    /**
     * The day; null where nothing was typed.
     *
     * @param name the field's
     * @throws InvalidInput when it can't be read
     */
    static @Nullable LocalDate read(String name, String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new InvalidInput("/" + name, "day");
        }
    }
}
