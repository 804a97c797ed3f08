package org.onewindow.parties;

import java.util.regex.Pattern;

/** What counts as a phone number: 5 to 20 of digits, {@code +}, {@code -}. */
public final class Phones {

    private static final Pattern PHONE = Pattern.compile("[0-9+-]{5,20}");

    private Phones() {}

    /** Whether a text is one. */
    public static boolean isPhone(String text) {
        return PHONE.matcher(text).matches();
    }
}
