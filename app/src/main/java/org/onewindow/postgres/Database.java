package org.onewindow.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database in use: brought up, checked and migrated; closed after everything that uses it. */
final class Database implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final Duration CONNECTION_PATIENCE = Duration.ofSeconds(5);

    private final @Nullable CarriedServer carried;
    private final String url;
    private final Login owner;
    private final Login program;
    private final int connections;

    private Database(DatabaseSettings settings) {
        this.carried = settings.startCarried();
        this.url = carried == null ? settings.url() : carried.url(ServerSettings.DATABASE);
        this.owner = carried == null ? settings.ownerLogin() : carried.owner();
        this.program = carried == null ? settings.programLogin() : carried.program();
        this.connections = settings.connections();
    }

    /**
     * Brings it up, refuses one that would lose data, and migrates.
     *
     * @throws DatabaseFailure with one sentence saying why not
     */
    static Database open(DatabaseSettings settings) {
        Database database = new Database(settings);
        try {
            database.prepare(settings.allowLosingData());
            return database;
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    private void prepare(boolean allowLosingData) {
        try (HikariDataSource owners = pool("owner", owner, 3, "SET TIME ZONE 'UTC'")) {
            Fitness.check(owners, allowLosingData);
            Migrations.run(owners, owner.user(), program.user());
        }
        if (owner.user().equals(program.user())) {
            LOG.warn("only one database login was given: a trigger protects the journal instead of missing rights;"
                    + " set ONEWINDOW_DB_OWNER and ONEWINDOW_DB_USER to two different roles");
        }
    }

    /**
     * Connections for the program: durable writes, rows only, no table definitions. Nobody waits for a locked row for longer
     * than two seconds: what holds it that long isn't one of our commands.
     */
    HikariDataSource programPool() {
        return pool("program", program, connections, "SET TIME ZONE 'UTC'; SET lock_timeout = '2s'");
    }

    private HikariDataSource pool(String name, Login login, int size, String first) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_PATIENCE.toMillis());
        config.setInitializationFailTimeout(Duration.ofSeconds(30).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setConnectionInitSql(first);
        config.addDataSourceProperty("ApplicationName", "onewindow-" + name);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // the server's DETAIL lines carry row values, which must not reach a log
        config.addDataSourceProperty("logServerErrorDetail", "false");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new DatabaseFailure(
                    "The database does not let " + login.user() + " in at " + url + ": " + cause.getMessage(), failed);
        }
    }

    @Override
    public void close() {
        if (carried != null) {
            carried.close();
        }
    }
}
