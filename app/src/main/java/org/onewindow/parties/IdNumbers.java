package org.onewindow.parties;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Check characters of citizen id numbers (GB 11643) and unified social credit codes (GB 32100).
 *
 * <p>Nothing else of a number is verified, neither region nor inner digits. A few real old codes have a wrong check character,
 * so a clerk may override that with a reason (section 1 of the domain); a wrong form can't be overridden.
 */
public final class IdNumbers {

    private static final int LENGTH = 18;
    private static final Pattern PERSON = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] PERSON_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String PERSON_CHECK = "10X98765432";

    /** The 31 characters of GB 32100: no I, O, S, V, Z. */
    private static final String ORGANISATION = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int ORGANISATION_BASE = 31;
    private static final int FULL_WIDTH_OFFSET = 0xfee0;

    private IdNumbers() {}

    /** What there is to say about a number. */
    public enum Outcome {
        /** Form and check character are right. */
        RIGHT,
        /** The form is right, the check character isn't: may be overridden with a reason. */
        WRONG_CHECK_CHARACTER,
        /** Not 18 characters of those allowed. */
        MALFORMED
    }

    /** A number as it is kept: without surrounding blanks, capitals, full-width characters made plain. */
    public static String folded(String number) {
        StringBuilder plain = new StringBuilder(LENGTH);
        number.strip()
                .codePoints()
                .map(point -> point >= 0xff01 && point <= 0xff5e ? point - FULL_WIDTH_OFFSET : point)
                .forEach(plain::appendCodePoint);
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** Checks a folded number. A recipient's paper is free text and always right. */
    public static Outcome check(PartyDetails.Kind kind, String number) {
        return switch (kind) {
            case PERSON -> person(number);
            case ORGANISATION -> organisation(number);
            case RECIPIENT -> Outcome.RIGHT;
        };
    }

    private static Outcome person(String number) {
        if (!PERSON.matcher(number).matches()) {
            return Outcome.MALFORMED;
        }
        int sum = 0;
        for (int place = 0; place < PERSON_WEIGHTS.length; place++) {
            sum += (number.charAt(place) - '0') * PERSON_WEIGHTS[place];
        }
        return of(PERSON_CHECK.charAt(sum % PERSON_CHECK.length()), number);
    }

    private static Outcome organisation(String number) {
        if (number.length() != LENGTH || number.chars().anyMatch(character -> ORGANISATION.indexOf(character) < 0)) {
            return Outcome.MALFORMED;
        }
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += ORGANISATION.indexOf(number.charAt(place)) * weight;
            weight = weight * 3 % ORGANISATION_BASE;
        }
        // the outer remainder turns 31 into 0; programs without it refuse good codes
        int check = (ORGANISATION_BASE - sum % ORGANISATION_BASE) % ORGANISATION_BASE;
        return of(ORGANISATION.charAt(check), number);
    }

    private static Outcome of(char expected, String number) {
        return number.charAt(LENGTH - 1) == expected ? Outcome.RIGHT : Outcome.WRONG_CHECK_CHARACTER;
    }
}
