package org.onewindow.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The server's programs, unpacked from the class path once per version. */
final class Binaries {

    /** Raised together with the artifact in the root pom; a test compares them. */
    static final String VERSION = "18.6.0";

    /** The data folder's format; only a cluster of the same major version can be started. */
    static final String MAJOR = "18";

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Path folder;

    private Binaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks into {@code parent/VERSION} unless that is there already. A half unpacked folder never gets that name, and of several
     * programs that share the parent one unpacks while the others wait.
     *
     * @throws DatabaseFailure when this machine isn't one the binaries are made for
     */
    static Binaries in(Path parent) throws IOException {
        Path folder = parent.resolve(VERSION);
        if (!Files.isDirectory(folder)) {
            Path lock = parent.resolve(VERSION + ".lock");
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                if (!Files.isDirectory(folder)) {
                    Path unfinished = parent.resolve(VERSION + ".unfinished");
                    Folders.delete(unfinished);
                    unpack(unfinished);
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream resource = Binaries.class.getResourceAsStream(ARCHIVE)) {
            String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            if (resource == null || !"Linux amd64".equals(machine)) {
                throw new DatabaseFailure("The PostgreSQL that comes along runs on Linux amd64 only and this is "
                        + machine + ": set ONEWINDOW_DB_URL to a PostgreSQL 15 or newer.");
            }
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(resource)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside the folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Folders.make(path, FOLDER);
            return;
        }
        Folders.make(Objects.requireNonNull(path.getParent()), FOLDER);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            boolean runs = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(path, runs ? READ_AND_RUN : READ);
        }
    }

    private static final String FOLDER = "rwxr-xr-x";

    private static final Set<PosixFilePermission> READ = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);

    private static final Set<PosixFilePermission> READ_AND_RUN = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_EXECUTE);
}
