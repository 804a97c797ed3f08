package org.onewindow.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The opaque {@code after} of a list: the sort key of the last row seen, as text. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** Writes the parts of a sort key down; no part may contain the unit separator. */
    public static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads them back.
     *
     * @throws InvalidInput when it isn't one of ours
     */
    public static List<String> read(String cursor, int parts) {
        try {
            List<String> read = List.of(
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(SEPARATOR, -1));
            if (read.size() == parts) {
                return read;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the same answer
        }
        throw new InvalidInput("after", "cursor");
    }
}
