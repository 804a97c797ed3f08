package org.onewindow.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.OneWindow;
import org.onewindow.postgres.CarriedServer;
import org.onewindow.postgres.Login;
import org.onewindow.postgres.ServerSettings;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The carried PostgreSQL in a folder of its own, and the program over it. */
final class OwnDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 100;

    private final Path folder;
    private final CarriedServer server;

    /** @param durable false where nothing but plans is looked at */
    OwnDatabase(boolean durable) throws IOException {
        folder = Files.createTempDirectory(
                "onewindow-bench", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
        server = CarriedServer.start(folder, freePort(), new ServerSettings(durable, CONNECTIONS, null));
    }

    CarriedServer server() {
        return server;
    }

    /** Where the server writes its log. */
    Path log() {
        return folder.resolve("cluster/log");
    }

    /** Connections with a login of the server's. */
    HikariDataSource pool(Login login, int size) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(server.url(ServerSettings.DATABASE));
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        return new HikariDataSource(config);
    }

    /** The whole program over this database, quiet and on ports of its own choice unless the settings say more. */
    ConfigurableApplicationContext program(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--onewindow.database.url=" + server.url(ServerSettings.DATABASE),
                "--onewindow.database.owner=" + server.owner().user(),
                "--onewindow.database.owner-password=" + server.owner().password(),
                "--onewindow.database.user=" + server.program().user(),
                "--onewindow.database.password=" + server.program().password(),
                "--onewindow.data=" + folder.resolve("data"),
                "--server.port=0",
                "--management.server.port=0",
                "--logging.level.root=warn"));
        for (String setting : settings) {
            // given twice, the program would read a setting as a list
            all.removeIf(usual -> usual.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            all.add(setting);
        }
        return new SpringApplicationBuilder(OneWindow.class).run(all.toArray(String[]::new));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
