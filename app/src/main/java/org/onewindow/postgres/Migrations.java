package org.onewindow.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.onewindow.kernel.Bug;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings each module's own schema up to date, lower tiers first. Files: {@code db/migration/<module>/V001__what.sql}; a
 * module without files gets no schema. Each schema has its own history table.
 */
public final class Migrations {

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /** Every module, lower tiers first (house.md section 3). */
    static final List<String> TIER_ORDER = List.of(
            "kernel",
            "journal",
            "clockwork",
            "calendar",
            "divisions",
            "access",
            "documents",
            "notify",
            "postgres",
            "http",
            "parties",
            "catalogue",
            "timelimit",
            "cases",
            "joint",
            "fees",
            "feedback",
            "supervision",
            "people",
            "outreach",
            "statistics",
            "proof",
            "portal",
            "desk",
            "manage",
            "hall",
            "demonstration");

    private static final String HISTORY = "schema_history";

    private Migrations() {}

    /**
     * Runs what hasn't run yet, as the owner. Two programs starting at once take turns (Flyway's lock).
     *
     * @param owner connects as the role that may make schemas
     * @param ownerRole its name
     * @param programRole the role the program works with, which may be the same; it gets SELECT, INSERT, UPDATE and DELETE on
     *     each table the owner makes, and its name replaces <code>${program}</code> in migrations
     * @return the modules that have a schema, in order
     */
    public static List<String> run(DataSource owner, String ownerRole, String programRole) {
        Set<String> present = modulesWithFiles();
        List<String> modules = TIER_ORDER.stream().filter(present::contains).toList();
        for (String module : modules) {
            prepare(owner, module, ownerRole, programRole);
            int done = Flyway.configure()
                    .dataSource(owner)
                    .locations("classpath:db/migration/" + module)
                    .schemas(module)
                    .defaultSchema(module)
                    .createSchemas(false)
                    .table(HISTORY)
                    .placeholders(Map.of("program", programRole, "owner", ownerRole))
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .validateMigrationNaming(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            if (done > 0) {
                LOG.info("schema {}: {} migrations", module, done);
            }
            if (!ownerRole.equals(programRole)) {
                execute(
                        owner,
                        "REVOKE INSERT, UPDATE, DELETE ON %s.%s FROM %s"
                                .formatted(module, HISTORY, quoted(programRole)));
            }
        }
        return modules;
    }

    private static Set<String> modulesWithFiles() {
        try {
            Set<String> modules = new TreeSet<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String path = file.getURL().getPath();
                String folder = path.substring(0, path.lastIndexOf('/'));
                modules.add(folder.substring(folder.lastIndexOf('/') + 1));
            }
            for (String module : modules) {
                if (!TIER_ORDER.contains(module)) {
                    throw Bug.found("migrations of an unknown module: " + module);
                }
            }
            return modules;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void prepare(DataSource owner, String module, String ownerRole, String programRole) {
        execute(owner, "CREATE SCHEMA IF NOT EXISTS " + module);
        if (ownerRole.equals(programRole)) {
            return;
        }
        String program = quoted(programRole);
        execute(owner, "GRANT USAGE ON SCHEMA %s TO %s".formatted(module, program));
        execute(
                owner,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %s"
                        .formatted(module, program));
        execute(
                owner,
                "ALTER DEFAULT PRIVILEGES IN SCHEMA %s GRANT USAGE, SELECT ON SEQUENCES TO %s"
                        .formatted(module, program));
    }

    private static void execute(DataSource owner, String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new DatabaseFailure(
                    "The database's owner may not do what a start needs (" + sql + "): " + failed.getMessage(), failed);
        }
    }

    private static String quoted(String role) {
        return '"' + role.replace("\"", "\"\"") + '"';
    }
}
