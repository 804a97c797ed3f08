package org.onewindow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.testing.TestDatabase;
import org.springframework.jdbc.BadSqlGrammarException;

class MigrationsTest {

    @Test
    void each_module_with_files_has_a_schema_with_a_history_of_its_own() throws IOException {
        List<String> modules;
        try (Stream<Path> folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            modules = folders.map(folder -> folder.getFileName().toString()).toList();
        }
        try (TestDatabase database = TestDatabase.fresh()) {
            assertThat(modules)
                    .isNotEmpty()
                    .allSatisfy(module -> assertThat(database.jdbc()
                                    .sql("SELECT count(*) FROM %s.schema_history WHERE success".formatted(module))
                                    .query(Integer.class)
                                    .single())
                            .isPositive());
        }
    }

    @Test
    void a_second_run_finds_nothing_to_do() {
        try (TestDatabase database = TestDatabase.fresh()) {
            String history = "SELECT count(*) FROM journal.schema_history";
            int before = database.jdbc().sql(history).query(Integer.class).single();

            Migrations.run(
                    database.ownerDataSource(),
                    TestDatabase.ownerLogin().user(),
                    TestDatabase.programLogin().user());

            assertThat(database.jdbc().sql(history).query(Integer.class).single())
                    .isEqualTo(before);
        }
    }

    @Test
    void every_migration_also_runs_where_one_login_does_everything() {
        try (TestDatabase database = TestDatabase.empty()) {
            String only = TestDatabase.ownerLogin().user();

            assertThat(Migrations.run(database.ownerDataSource(), only, only)).contains("journal");
        }
    }

    @Test
    void the_program_writes_rows_but_neither_tables_nor_the_history() {
        try (TestDatabase database = TestDatabase.fresh()) {
            database.ownerJdbc()
                    .sql("CREATE TABLE journal.made_later (n bigserial, t text)")
                    .update();

            assertThat(database.jdbc()
                            .sql("INSERT INTO journal.made_later (t) VALUES ('row')")
                            .update())
                    .isOne();
            assertThatExceptionOfType(BadSqlGrammarException.class)
                    .isThrownBy(() -> database.jdbc()
                            .sql("CREATE TABLE journal.mine (n int)")
                            .update())
                    .withStackTraceContaining("permission denied");
            assertThatExceptionOfType(BadSqlGrammarException.class)
                    .isThrownBy(() -> database.jdbc()
                            .sql("DELETE FROM journal.schema_history")
                            .update())
                    .withStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_server_that_would_lose_data_is_refused() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> Fitness.check(database.dataSource(), false))
                    .withMessageContaining("fsync off")
                    .withMessageContaining("switch it on");
            Fitness.check(database.dataSource(), true);
        }
    }
}
