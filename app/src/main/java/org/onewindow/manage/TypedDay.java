package org.onewindow.manage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.WrittenDay;
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
        return typed.isBlank() ? null : WrittenDay.of(typed).orElseThrow(() -> new InvalidInput("/" + name, "day"));
    }
}
