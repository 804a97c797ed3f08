package org.onewindow.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What earlier test JVMs left in the temporary folder: servers of killed ones (stopped), unpacked programs (used again). */
final class LeftOvers {

    static final String PREFIX = "onewindow-test-";

    private LeftOvers() {}

    /** A folder for the server's programs that outlives the JVM, so that only the first test run unpacks. */
    static Path binaries(Path temporary) throws IOException {
        Path folder = temporary.resolve("onewindow-programs-of-" + System.getProperty("user.name"));
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwxr-xr-x");
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(mode));
        }
        boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder).getName().equals(System.getProperty("user.name"))
                && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE);
        if (!ours) {
            throw new IOException(folder + " belongs to somebody else");
        }
        return folder;
    }

    /** Stops and deletes the server of each test JVM that was killed: nobody holds its lock any more. */
    static void clear(Path temporary) throws IOException {
        try (Stream<Path> folders = Files.list(temporary)) {
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                if (Files.isWritable(folder) && isAbandoned(folder)) {
                    stop(folder.resolve("cluster/postmaster.pid"));
                    delete(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        Path file = folder.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void stop(Path processFile) throws IOException {
        if (Files.exists(processFile)) {
            List<String> lines = Files.readAllLines(processFile);
            ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                    .filter(handle -> handle.info().command().orElse("").endsWith("/postgres"))
                    .ifPresent(handle -> {
                        handle.destroyForcibly();
                        handle.onExit().join();
                    });
        }
    }

    /** Deletes a folder; what vanishes or appears meanwhile is left to the next run. */
    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.deleteIfExists(path);
                } catch (IOException stillInUse) {
                    // the next run finds it again
                }
            });
        } catch (IOException | UncheckedIOException gone) {
            // as above
        }
    }
}
