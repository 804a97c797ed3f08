package org.onewindow.postgres;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A program that starts the server, commits one row, says so and waits to be killed. */
final class AnotherProgram {

    private AnotherProgram() {}

    public static void main(String[] arguments) throws Exception {
        CarriedServer server = CarriedServer.start(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                new ServerSettings(true, 20, Path.of(arguments[2])));
        try (Connection connection = DriverManager.getConnection(
                        server.url("onewindow"),
                        server.owner().user(),
                        server.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (n int)");
            statement.execute("INSERT INTO kept VALUES (1)");
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("committed");
        // whoever started us died before killing us: leave nothing running
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        server.close();
    }
}
