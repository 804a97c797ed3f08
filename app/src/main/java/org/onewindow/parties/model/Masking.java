package org.onewindow.parties.model;

/** How much of personal data is shown by default (V3): enough to recognise one's own, too little to use it. */
public final class Masking {

    private static final String STAR = "*";
    private static final int SHORTEST_WITH_ENDS = 8;
    private static final int SHORTEST_WITH_PREFIX = 11;

    private Masking() {}

    /** The first character, whatever the length of the name: {@code 张*}. A character may be two chars long. */
    public static String name(String name) {
        return name.isEmpty() ? STAR : name.substring(0, name.offsetByCodePoints(0, 1)) + STAR;
    }

    /** The first two and the last two characters: {@code 99**************1X}; nothing of a short one. */
    public static String number(String number) {
        int length = number.length();
        return length < SHORTEST_WITH_ENDS
                ? STAR.repeat(length)
                : number.substring(0, 2) + STAR.repeat(length - 4) + number.substring(length - 2);
    }

    /** Three and four digits of a long number, the last two of a short one. */
    public static String phone(String phone) {
        int length = phone.length();
        return length < SHORTEST_WITH_PREFIX
                ? STAR.repeat(Math.max(0, length - 2)) + phone.substring(Math.max(0, length - 2))
                : phone.substring(0, 3) + STAR.repeat(length - 7) + phone.substring(length - 4);
    }
}
