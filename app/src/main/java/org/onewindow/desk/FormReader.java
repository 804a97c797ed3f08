package org.onewindow.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.Command;
import org.onewindow.http.WrittenDay;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/** Reads what somebody filled in. Says of each field what can't be read; whether it is lawful, the door says. */
class FormReader {

    private static final int FEN_DIGITS = 2;
    private static final int MOST_YUAN_DIGITS = 9;

    private final MultiValueMap<String, String> form;
    private final ZoneId zone;
    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    /**
     * A reader.
     *
     * @param zone the centre's, in which times of day are typed
     */
    FormReader(MultiValueMap<String, String> form, ZoneId zone) {
        this.form = form;
        this.zone = zone;
    }

    /**
     * To be asked when all was read.
     *
     * @throws InvalidInput naming every field that couldn't be read
     */
    final void done() {
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    /** The version the page showed: whoever was overtaken is told (C13). */
    static @Nullable Long version(MultiValueMap<String, String> form) {
        String version = form.getFirst("version");
        return version != null && version.matches("\\d{1,9}") ? Long.valueOf(version) : null;
    }

    /** Fen as people type yuan. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }

    final List<Command.Promise> promises() {
        List<Command.Promise> promises = new ArrayList<>();
        for (String material : all("documentsToFollow")) {
            LocalDate day = day("documentsToFollow:" + material);
            if (day == null) {
                wrong.add(InvalidInput.Field.of("/documentsToFollow", "required"));
            } else {
                promises.add(new Command.Promise(material, day));
            }
        }
        return promises;
    }

    final List<Command.Point> points() {
        List<Command.Point> points = new ArrayList<>();
        for (String material : all("points")) {
            String problem = text("points:" + material);
            points.add(new Command.Point(material, problem == null ? "" : problem));
        }
        return points;
    }

    final List<String> all(String name) {
        return form.getOrDefault(name, List.of());
    }

    final @Nullable String text(String name) {
        String typed = form.getFirst(name);
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.length() > ApplicationCheck.LONGEST_TEXT) {
            wrong.add(InvalidInput.Field.of("/" + name, "too-long", ApplicationCheck.LONGEST_TEXT));
        }
        return typed.strip();
    }

    final String required(String name) {
        String typed = text(name);
        if (typed == null) {
            wrong.add(InvalidInput.Field.of("/" + name, "required"));
            return "";
        }
        return typed;
    }

    final int number(String name) {
        if (text(name) == null) {
            wrong.add(InvalidInput.Field.of("/" + name, "required"));
            return 0;
        }
        Integer read = optionalNumber(name);
        return read == null ? 0 : read;
    }

    /** How many pages something has. */
    final int pages(String name) {
        int before = wrong.size();
        int pages = number(name);
        if (wrong.size() == before && (pages < 1 || pages > ApplicationCheck.MOST_PAGES)) {
            wrong.add(InvalidInput.Field.of("/" + name, "range", 1, ApplicationCheck.MOST_PAGES));
        }
        return pages;
    }

    final @Nullable Integer optionalNumber(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException notANumber) {
            wrong.add(InvalidInput.Field.of("/" + name, "integer"));
            return 0;
        }
    }

    final @Nullable LocalDate day(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        Optional<LocalDate> day = WrittenDay.of(typed);
        if (day.isEmpty()) {
            wrong.add(InvalidInput.Field.of("/" + name, "day"));
        }
        return day.orElse(null);
    }

    /** An instant as the hall's clock showed it. */
    final @Nullable Instant instant(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            LocalDateTime moment = LocalDateTime.parse(typed.replace(' ', 'T'));
            if (WrittenDay.inReach(moment.getYear())) {
                return moment.atZone(zone).toInstant();
            }
        } catch (DateTimeParseException notATime) {
            // falls through to the same answer
        }
        wrong.add(InvalidInput.Field.of("/" + name, "moment"));
        return null;
    }

    /** The centre's, in which times of day are typed. */
    final ZoneId zone() {
        return zone;
    }

    final LocalDate requiredDay(String name) {
        required(name);
        LocalDate day = day(name);
        return day == null ? LocalDate.EPOCH : day;
    }

    final long fen(String name) {
        String typed = required(name);
        try {
            BigDecimal yuan = new BigDecimal(typed.isEmpty() ? "0" : typed);
            if (yuan.precision() - yuan.scale() <= MOST_YUAN_DIGITS) {
                return yuan.movePointRight(FEN_DIGITS).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            wrong.add(InvalidInput.Field.of("/" + name, "number"));
            return 0;
        }
        wrong.add(InvalidInput.Field.of("/" + name, "number"));
        return 0;
    }

    final <E extends Enum<E>> E constant(E[] values, String name) {
        String typed = text(name);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(
                            typed == null
                                    ? InvalidInput.Field.of("/" + name, "required")
                                    : InvalidInput.Field.of("/" + name, "choice", Arrays.toString(values)));
                    return values[0];
                });
    }
}
