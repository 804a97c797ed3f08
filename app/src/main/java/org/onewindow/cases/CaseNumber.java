package org.onewindow.cases;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A case number (办件编号, C11): division code (6) – date received (8) – serial (8) – check digit, e.g. {@code
 * 990101-20261123-00000017-5}. The check digit is Verhoeff's over the 22 digits: it finds any single wrong digit and any
 * swap of neighbours. The serial never repeats in a centre.
 */
public record CaseNumber(String division, LocalDate received, int serial) {

    private static final Pattern DIVISION = Pattern.compile("\\d{6}");
    private static final Pattern FORM = Pattern.compile("(\\d{6})-?(\\d{8})-?(\\d{8})-?(\\d)");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);
    private static final int MOST_SERIAL = 99_999_999;

    public CaseNumber {
        if (!DIVISION.matcher(division).matches() || serial < 0 || serial > MOST_SERIAL) {
            throw org.onewindow.kernel.Bug.found("case number out of " + division + ", " + serial);
        }
    }

    /** Reads a number as people type it, with or without hyphens; empty when it isn't one or its check digit is wrong. */
    public static Optional<CaseNumber> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1) + matcher.group(2) + matcher.group(3);
        if (Verhoeff.checkDigit(digits) != matcher.group(4).charAt(0) - '0') {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseNumber(
                    matcher.group(1), LocalDate.parse(matcher.group(2), DATE), Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String date = DATE.format(received);
        String digits = String.format(Locale.ROOT, "%08d", serial);
        return division + "-" + date + "-" + digits + "-" + Verhoeff.checkDigit(division + date + digits);
    }
}
