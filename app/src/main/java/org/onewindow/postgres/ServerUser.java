package org.onewindow.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server's programs run as. PostgreSQL refuses to run as root, so root steps down to {@code postgres} or
 * {@code nobody}; anybody else runs them directly.
 */
final class ServerUser {

    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private final @Nullable UserPrincipal stepDownTo;

    private ServerUser(@Nullable UserPrincipal stepDownTo) {
        this.stepDownTo = stepDownTo;
    }

    /**
     * @param cluster a cluster that exists keeps its owner, whoever else was added to the machine since
     */
    static ServerUser forCluster(Path cluster) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(null);
        }
        if (Files.exists(cluster)) {
            UserPrincipal owner = Files.getOwner(cluster);
            if (!"root".equals(owner.getName())) {
                return new ServerUser(owner);
            }
        }
        for (String candidate : CANDIDATES) {
            try {
                return new ServerUser(
                        cluster.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(candidate));
            } catch (UserPrincipalNotFoundException notOnThisMachine) {
                // the next one then
            }
        }
        throw new DatabaseFailure("PostgreSQL does not run as root and there is neither a user postgres nor nobody:"
                + " start OneWindow as an ordinary user.");
    }

    /** Gives a file or folder to the user, where that is somebody else. */
    void give(Path path) throws IOException {
        if (stepDownTo != null) {
            Files.setOwner(path, stepDownTo);
        }
    }

    /** The mode of folders on the way to the cluster: closed, except that the other user has to walk through. */
    String passageMode() {
        return stepDownTo == null ? "rwx------" : "rwx--x--x";
    }

    /**
     * Checks that the user can walk down to a folder; the server itself would only complain about a library.
     *
     * @throws DatabaseFailure naming the folder that is closed
     */
    void checkCanReach(Path folder) throws IOException {
        if (stepDownTo == null) {
            return;
        }
        for (Path step = folder.toRealPath(); step != null; step = step.getParent()) {
            if (!stepDownTo.equals(Files.getOwner(step))
                    && !Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new DatabaseFailure(
                        "The data folder " + folder + " is below " + step + ", which is closed to the user "
                                + stepDownTo.getName() + " whom PostgreSQL runs as: give another folder with --data,"
                                + " e.g. --data /var/lib/onewindow, or start OneWindow as an ordinary user.");
            }
        }
    }

    /** What a command printed and how it ended. */
    record Outcome(int exitCode, String output) {}

    /** Runs a command as the user, waiting for at most the given time. */
    Outcome run(Path workingFolder, int seconds, String... command) throws IOException {
        List<String> words = new ArrayList<>();
        if (stepDownTo != null) {
            words.addAll(List.of(
                    "setpriv", "--reuid=" + stepDownTo.getName(), "--regid=" + group(), "--clear-groups", "--"));
        }
        words.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(words).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Outcome(-1, output + "\nstill running after " + seconds + " s");
            }
            return new Outcome(process.exitValue(), output);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private String group() throws IOException {
        String user = stepDownTo == null ? "" : stepDownTo.getName();
        for (String line : Files.readAllLines(Path.of("/etc/passwd"))) {
            String[] fields = line.split(":", -1);
            if (fields[0].equals(user)) {
                return fields[3];
            }
        }
        throw new DatabaseFailure("The user " + user + " is not in /etc/passwd: start OneWindow as an ordinary user.");
    }
}
