package org.onewindow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.BadSetting;

/**
 * The options of {@code ./serve}, turned into settings.
 *
 * @param port public port; the carried database listens on the next one and management on the one after; null where not given
 * @param data data folder; null where not given
 * @param simulation instant at which a simulation starts; null for real time
 * @param setup whether to prepare a real county instead of serving
 * @param help whether only to say what options there are
 * @param settings whatever was given as {@code --name.of.setting=value}
 */
record CommandLine(
        @Nullable Integer port,
        @Nullable Path data,
        @Nullable Instant simulation,
        boolean setup,
        boolean help,
        List<String> settings) {

    static final String USAGE = """
            Usage: ./serve [--port N] [--data DIR] [--simulation INSTANT]
                   ./serve --setup [--data DIR]

              --port N              public port (8080); the database uses N+1, health and metrics N+2, both on loopback
              --data DIR            where everything is kept (./data)
              --simulation INSTANT  lets the clock start at an instant, e.g. 2026-02-10T01:00:00Z; not on a real centre's data
              --setup               prepares a real county: division, first administrator, keys; asks for what the
                                    environment doesn't say (ONEWINDOW_SETUP_..., see docs/operating.md)
              --name=value          any setting of docs/operating.md
            """;

    private static final int HIGHEST_PORT = 65_533;

    CommandLine {
        settings = List.copyOf(settings);
    }

    /** @throws BadSetting for an unknown option, or a value that isn't what the option takes */
    static CommandLine read(String... arguments) {
        Integer port = null;
        Path data = null;
        Instant simulation = null;
        boolean setup = false;
        boolean help = false;
        List<String> settings = new ArrayList<>();
        Iterator<String> words = List.of(arguments).iterator();
        while (words.hasNext()) {
            String word = words.next();
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            switch (name) {
                case "--port" -> port = port(value(word, words));
                case "--data" -> data = data(value(word, words));
                case "--simulation" -> simulation = instant(value(word, words));
                case "--setup" -> setup = true;
                case "--help", "-h" -> help = true;
                default -> settings.add(setting(word, name));
            }
        }
        return new CommandLine(port, data, simulation, setup, help, settings);
    }

    /** The settings as Spring Boot reads them; what isn't given keeps the default of application.yaml. */
    String[] properties() {
        List<String> properties = new ArrayList<>();
        if (port != null) {
            properties.add("--onewindow.database.port=" + (port + 1));
        }
        if (port != null && !setup) {
            properties.add("--server.port=" + port);
            properties.add("--management.server.port=" + (port + 2));
        }
        if (data != null) {
            properties.add("--onewindow.data=" + data);
        }
        if (simulation != null) {
            properties.add("--onewindow.simulation=" + simulation);
        }
        if (setup) {
            // nobody is served meanwhile, and an empty database stays free of the demonstration
            properties.addAll(
                    List.of("--server.port=-1", "--management.server.port=-1", "--onewindow.demonstration.load=false"));
        }
        properties.addAll(settings);
        return properties.toArray(String[]::new);
    }

    private static String value(String word, Iterator<String> words) {
        int equals = word.indexOf('=');
        if (equals > 0) {
            return word.substring(equals + 1);
        }
        if (!words.hasNext()) {
            throw new BadSetting("The option " + word + " needs a value.");
        }
        return words.next();
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // the same sentence
        }
        throw new BadSetting("--port takes a number from 1 to " + HIGHEST_PORT
                + " (the two ports above it are used too) and was given \"" + value + "\".");
    }

    private static Path data(String value) {
        Path path = Path.of(value).toAbsolutePath().normalize();
        if (value.isBlank() || path.toFile().isFile()) {
            throw new BadSetting("--data takes a folder and was given \"" + value + "\".");
        }
        return path;
    }

    private static Instant instant(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException notAnInstant) {
            throw new BadSetting("--simulation takes an instant in UTC such as 2026-02-10T01:00:00Z and was given \""
                    + value + "\".");
        }
    }

    private static String setting(String word, String name) {
        if (!name.startsWith("--") || !word.contains("=") || !name.contains(".")) {
            throw new BadSetting("There is no option \"" + word + "\"; ./serve --help lists them.");
        }
        return word;
    }
}
