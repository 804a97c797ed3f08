package org.onewindow.supervision.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.onewindow.kernel.Bug;

/**
 * Draws a sample of files (S10) so that anybody can draw it again: for each file the SHA-256 of the seed, a bar and the file's
 * number, in hexadecimal; the smallest are drawn. Whoever could name the whole seed could try seeds until a sample suits, so there is always
 * something made up in it; whoever doubts the draw needs nothing but the list and any program that knows SHA-256.
 */
public final class Draw {

    private Draw() {}

    private record Ticket(String number, String hash) {}

    /** The files drawn, in the order they were drawn. */
    public static List<String> of(String seed, Collection<String> numbers, int size) {
        return numbers.stream()
                .distinct()
                .map(number -> new Ticket(number, sha256(seed + "|" + number)))
                .sorted(Comparator.comparing(Ticket::hash))
                .limit(size)
                .map(Ticket::number)
                .toList();
    }

    /** What proves among which files was drawn: the SHA-256 of their numbers, in order, one a line. */
    public static String digest(Collection<String> numbers) {
        return sha256(String.join("\n", numbers.stream().distinct().sorted().toList()));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw Bug.found("no SHA-256", everyJavaHasIt);
        }
    }
}
