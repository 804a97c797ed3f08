package org.onewindow.cases;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.parties.Parties;
import org.springframework.stereotype.Component;

/**
 * The code that lets an applicant follow a case (C11): 50 bits from a random salt and the master key, so that neither a case
 * number nor the database alone reveals it, and the receipt can be printed again.
 */
@Component
final class QueryCodes {

    /** Digits and letters that can't be mistaken for one another when read aloud or by hand. */
    private static final String SYMBOLS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Parties parties;

    QueryCodes(Parties parties) {
        this.parties = parties;
    }

    static String salt() {
        byte[] salt = new byte[8];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    String code(CaseFile file) {
        return code(file.number(), file.querySalt());
    }

    String code(String number, String salt) {
        byte[] digest = parties.keyedDigest("query-code", number + "/" + salt);
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(SYMBOLS.charAt(digest[i] & 31));
        }
        return code.toString();
    }

    /** Compares without telling by its time how much was right. */
    boolean matches(CaseFile file, String given) {
        return matches(file.number(), file.querySalt(), given);
    }

    boolean matches(String number, String salt, String given) {
        byte[] right = code(number, salt).getBytes(StandardCharsets.UTF_8);
        byte[] tried = given.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, tried);
    }
}
