package org.onewindow.postgres;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database to work with.
 *
 * @param url JDBC address of an outside PostgreSQL; empty for the one that comes along
 * @param owner outside only: the role that runs migrations; empty for the same as {@code user}
 * @param ownerPassword outside only
 * @param user outside only: the role the program works with; empty for the same as {@code owner}
 * @param password outside only
 * @param folder where the server that comes along keeps its files
 * @param port TCP port of the server that comes along, on loopback
 * @param connections how many connections the program holds at most
 * @param allowLosingData for tests only: start although the server would lose data in a crash
 */
@ConfigurationProperties("onewindow.database")
public record DatabaseSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String owner,
        @DefaultValue("") String ownerPassword,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("./data/postgres") Path folder,
        @DefaultValue("8081") int port,
        @DefaultValue("20") int connections,
        @DefaultValue("false") boolean allowLosingData) {

    private static final int MOST_CONNECTIONS = 500;

    public DatabaseSettings {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            throw new BadSetting("ONEWINDOW_DB_URL must start with jdbc:postgresql://, for example"
                    + " jdbc:postgresql://db.example:5432/onewindow, and it does not.");
        }
        if (!url.isEmpty() && owner.isEmpty() && user.isEmpty()) {
            throw new BadSetting("ONEWINDOW_DB_URL is set, so ONEWINDOW_DB_OWNER and ONEWINDOW_DB_USER (with their"
                    + " passwords) must be set too.");
        }
        if (port < 1 || port > 65_535) {
            throw new BadSetting("onewindow.database.port must be from 1 to 65535 and is " + port + ".");
        }
        if (connections < 2 || connections > MOST_CONNECTIONS) {
            throw new BadSetting("onewindow.database.connections must be from 2 to " + MOST_CONNECTIONS + " and is "
                    + connections + ".");
        }
    }

    boolean outside() {
        return !url.isEmpty();
    }

    Login ownerLogin() {
        return owner.isEmpty() ? new Login(user, password) : new Login(owner, ownerPassword);
    }

    Login programLogin() {
        return user.isEmpty() ? new Login(owner, ownerPassword) : new Login(user, password);
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (outside() ? "outside" : folder + ", port " + port) + "]";
    }

    /** The server that comes along, if it is to be used. */
    @Nullable
    CarriedServer startCarried() {
        // some connections more than the program's own: migrations, the watch, an operator
        return outside() ? null : CarriedServer.start(folder, port, new ServerSettings(true, connections + 20, null));
    }
}
