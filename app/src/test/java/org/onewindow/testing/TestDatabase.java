package org.onewindow.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.onewindow.postgres.CarriedServer;
import org.onewindow.postgres.Login;
import org.onewindow.postgres.Migrations;
import org.onewindow.postgres.ServerSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh, migrated database on real PostgreSQL, for one test class: the same server, roles and migrations as the program's,
 * only not durable. One server per JVM, started at first use and gone with it.
 *
 * <p>The session's zone is Asia/Kathmandu (+05:45) and the JVM's America/Lima, so that nothing passes by accident.
 */
public final class TestDatabase implements AutoCloseable {

    private static final String ZONE = "Asia/Kathmandu";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final String url;
    private final HikariDataSource program;
    private final HikariDataSource owner;

    private TestDatabase(String url) {
        this.url = url;
        this.program = pool(url, Server.RUNNING.program());
        this.owner = pool(url, Server.RUNNING.owner());
    }

    /** A new database with every module's tables, empty otherwise. */
    public static TestDatabase fresh() {
        return copyOf(Server.TEMPLATE);
    }

    /** A new database with nothing in it, not even schemas. */
    public static TestDatabase empty() {
        return copyOf("template1");
    }

    private static TestDatabase copyOf(String template) {
        String name = "test_" + COUNTER.incrementAndGet();
        try (HikariDataSource superuser = pool(Server.RUNNING.url("postgres"), Server.RUNNING.superuser())) {
            JdbcClient.create(superuser)
                    .sql("CREATE DATABASE %s TEMPLATE %s OWNER %s"
                            .formatted(name, template, Server.RUNNING.owner().user()))
                    .update();
        }
        return new TestDatabase(Server.RUNNING.url(name));
    }

    /** As the program sees it: the login without DDL. */
    public DataSource dataSource() {
        return program;
    }

    /** The same, for statements. */
    public JdbcClient jdbc() {
        return JdbcClient.create(program);
    }

    /** Transactions on {@link #dataSource()}. */
    public TransactionTemplate transactions() {
        return new TransactionTemplate(new JdbcTransactionManager(program));
    }

    /** As the migrations see it. */
    public DataSource ownerDataSource() {
        return owner;
    }

    /** The same, for statements. */
    public JdbcClient ownerJdbc() {
        return JdbcClient.create(owner);
    }

    /** Connections that give up waiting for a locked row, as the program's own do, only sooner. */
    public HikariDataSource impatient() {
        HikariDataSource impatient = new HikariDataSource();
        program.copyStateTo(impatient);
        impatient.setConnectionInitSql("SET lock_timeout = '300ms'");
        return impatient;
    }

    /** Where the server's programs are unpacked once for all test runs. */
    public static Path binaries() {
        try {
            return LeftOvers.binaries(Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** JDBC address of this database. */
    public String url() {
        return url;
    }

    /** The owner's login. */
    public static Login ownerLogin() {
        return Server.RUNNING.owner();
    }

    /** The program's login. */
    public static Login programLogin() {
        return Server.RUNNING.program();
    }

    /** Lets a Spring Boot test run the whole program on this database; call it from a {@code @DynamicPropertySource}. */
    public void register(DynamicPropertyRegistry registry) {
        registry.add("onewindow.database.url", () -> url);
        registry.add("onewindow.database.owner", () -> ownerLogin().user());
        registry.add("onewindow.database.owner-password", () -> ownerLogin().password());
        registry.add("onewindow.database.user", () -> programLogin().user());
        registry.add("onewindow.database.password", () -> programLogin().password());
        registry.add("onewindow.database.allow-losing-data", () -> true);
        registry.add("onewindow.keys.folder", () -> Server.KEYS.toString());
    }

    @Override
    public void close() {
        program.close();
        owner.close();
    }

    private static HikariDataSource pool(String url, Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(20);
        // test classes leave their pools behind: an idle one keeps no connection
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        config.setConnectionInitSql("SET TIME ZONE '" + ZONE + "'");
        return new HikariDataSource(config);
    }

    /** Started when first named. */
    private static final class Server {

        static final String TEMPLATE = "onewindow_template";
        static final CarriedServer RUNNING = start();
        static final Path KEYS = keys();

        private static Path keys() {
            try {
                Path folder = Files.createTempDirectory(LeftOvers.PREFIX);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> LeftOvers.delete(folder)));
                return folder;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static CarriedServer start() {
            try {
                Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
                LeftOvers.clear(temporary);
                Path folder = Files.createTempDirectory(
                        temporary,
                        LeftOvers.PREFIX,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
                CarriedServer server = CarriedServer.start(
                        folder, freePort(), new ServerSettings(false, 400, LeftOvers.binaries(temporary)));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    server.close();
                    LeftOvers.delete(folder);
                }));
                migrateTemplate(server);
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void migrateTemplate(CarriedServer server) {
            try (HikariDataSource superuser = pool(server.url("postgres"), server.superuser())) {
                JdbcClient.create(superuser)
                        .sql("CREATE DATABASE %s OWNER %s"
                                .formatted(TEMPLATE, server.owner().user()))
                        .update();
            }
            try (HikariDataSource owner = pool(server.url(TEMPLATE), server.owner())) {
                Migrations.run(owner, server.owner().user(), server.program().user());
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }
    }
}
