package org.onewindow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what has been used so far: processor time of both processes, bytes of write-ahead log. */
final class Meter {

    /** Linux counts processor time in hundredths of a second, on every architecture it runs on. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Pattern SPACE = Pattern.compile(" ");

    private final JdbcClient superuser;
    private final long postmaster;
    private double finishedServers;
    private final Map<Long, Double> seen = new HashMap<>();

    Meter(JdbcClient superuser) {
        this.superuser = superuser;
        superuser.sql("create extension if not exists pg_walinspect").update();
        this.postmaster = postmaster();
    }

    /**
     * What was used up to a moment.
     *
     * @param programSeconds processor seconds of this process
     * @param databaseSeconds processor seconds of the server and all its processes
     * @param wal position in the write-ahead log
     */
    record Reading(double programSeconds, double databaseSeconds, String wal) {}

    Reading read() {
        return new Reading(
                ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos()
                        / 1e9,
                databaseSeconds(),
                superuser
                        .sql("select pg_current_wal_insert_lsn()::text")
                        .query(String.class)
                        .single());
    }

    /** Bytes of log between two positions, without full-page images: those depend on the last checkpoint, not on the work. */
    long walBytes(String from, String to) {
        return superuser
                .sql("select coalesce(sum(record_size), 0)::bigint from pg_get_wal_stats(?::pg_lsn, ?::pg_lsn)")
                .params(from, to)
                .query(Long.class)
                .single();
    }

    private double databaseSeconds() {
        Map<Long, Double> now = new HashMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                read(process, now);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // what a process used that is gone by now stays used
        seen.forEach((pid, seconds) -> finishedServers += now.containsKey(pid) ? 0 : seconds);
        seen.clear();
        seen.putAll(now);
        return finishedServers
                + now.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private void read(Path process, Map<Long, Double> into) throws IOException {
        long pid = Long.parseLong(process.getFileName().toString());
        try {
            String stat = Files.readString(process.resolve("stat"));
            List<String> fields = fields(stat);
            long parent = Long.parseLong(fields.get(1));
            if (pid == postmaster || parent == postmaster) {
                into.put(pid, (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND);
            }
        } catch (NoSuchFileException gone) {
            into.remove(pid);
        } catch (IOException gone) {
            into.remove(pid);
        }
    }

    private long postmaster() {
        long backend =
                superuser.sql("select pg_backend_pid()").query(Long.class).single();
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(backend), "stat"));
            return Long.parseLong(fields(stat).get(1));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The fields after the process's name, which may hold anything. */
    private static List<String> fields(String stat) {
        return Arrays.asList(SPACE.split(stat.substring(stat.lastIndexOf(')') + 2)));
    }
}
