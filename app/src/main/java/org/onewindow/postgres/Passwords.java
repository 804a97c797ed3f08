package org.onewindow.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * The random passwords of the server we carry along, kept beside its data in a file only its owner may read.
 *
 * @param superuser bootstrap role, used for making the other two
 * @param owner runs migrations
 * @param program reads and writes rows
 */
record Passwords(Login superuser, Login owner, Login program) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Reads them, or makes them up where there are none yet. */
    static Passwords keptIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            Folders.writeSecret(
                    file,
                    "postgres=" + random() + "\nonewindow_owner=" + random() + "\nonewindow_program=" + random()
                            + "\n");
        }
        Properties read = new Properties();
        read.load(new StringReader(Files.readString(file)));
        return new Passwords(
                login(file, read, "postgres"),
                login(file, read, "onewindow_owner"),
                login(file, read, "onewindow_program"));
    }

    private static Login login(Path file, Properties read, String user) {
        String password = read.getProperty(user);
        if (password == null || password.isBlank()) {
            throw new DatabaseFailure(
                    "The file " + file + " has no password for " + user + ": restore it from the backup.");
        }
        return new Login(user, password);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
