package org.onewindow.parties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.BadSetting;
import org.onewindow.kernel.Bug;

/**
 * The key under which all others stand: 32 random bytes in a file that only the program may read, outside the database and
 * outside its backups. Losing it loses every name.
 */
final class MasterKey {

    static final String FILE = "master.key";

    private static final int BYTES = 32;

    private final SecretKey secret;

    private MasterKey(byte[] bytes) {
        this.secret = new SecretKeySpec(bytes, "HKDF");
    }

    /**
     * Reads the key file, or makes one for a database that has never had a key.
     *
     * @param known fingerprint of the key the database is sealed with; null for a new database
     * @throws BadSetting when the file is missing, is another key's, or can be read by others
     */
    static MasterKey open(Path folder, byte @Nullable [] known) {
        Path file = folder.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                if (known != null) {
                    throw new BadSetting("The master key " + file.toAbsolutePath() + " is missing, and the database is"
                            + " sealed with one: put the key file of this database there (from your backup of keys or"
                            + " from another node), or set onewindow.keys.folder to where it is.");
                }
                create(file);
            }
            MasterKey key = new MasterKey(read(file));
            if (known != null && !MessageDigest.isEqual(known, key.fingerprint())) {
                throw new BadSetting("The master key " + file.toAbsolutePath() + " is not the one this database is"
                        + " sealed with: put the right key file there, or set onewindow.keys.folder to where it is.");
            }
            return key;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A key for tests, or of another origin. */
    static MasterKey of(byte[] bytes) {
        return new MasterKey(bytes.clone());
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.notExists(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        byte[] line = (HexFormat.of().formatHex(bytes) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(line));
            channel.force(true);
        } catch (FileAlreadyExistsException twin) {
            // another node on the same folder was faster: its key counts
        }
    }

    private static byte[] read(Path file) throws IOException {
        for (PosixFilePermission permission : Files.getPosixFilePermissions(file)) {
            if (permission != PosixFilePermission.OWNER_READ && permission != PosixFilePermission.OWNER_WRITE) {
                throw new BadSetting("The master key " + file.toAbsolutePath() + " can be used by others (" + permission
                        + "): run chmod 600 on it.");
            }
        }
        try {
            byte[] bytes = HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notHex) {
            // falls through to the same answer
        }
        throw new BadSetting("The master key " + file.toAbsolutePath() + " must be one line of " + 2 * BYTES
                + " hexadecimal digits, and it is not.");
    }

    /** A key for one purpose; keys for different purposes tell nothing about each other. */
    SecretKey derive(String purpose, String algorithm) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .thenExpand(("onewindow/" + purpose).getBytes(StandardCharsets.UTF_8), BYTES));
        } catch (GeneralSecurityException missing) {
            throw Bug.found("no HKDF in this Java", missing);
        }
    }

    /** Tells keys apart without giving anything away. */
    byte[] fingerprint() {
        return derive("fingerprint", "RAW").getEncoded();
    }
}
