package org.onewindow.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onewindow.testing.TestDatabase;

class TestDatabaseTest {

    @Test
    void each_class_gets_a_database_of_its_own_in_an_odd_zone() {
        try (TestDatabase one = TestDatabase.fresh();
                TestDatabase other = TestDatabase.fresh()) {
            one.ownerJdbc().sql("CREATE TABLE public.only_here (n int)").update();

            assertThat(one.jdbc()
                            .sql("SELECT current_user::text")
                            .query(String.class)
                            .single())
                    .isEqualTo("onewindow_program");
            assertThat(other.jdbc().sql("SHOW timezone").query(String.class).single())
                    .isEqualTo("Asia/Kathmandu");
            assertThat(other.jdbc()
                            .sql("SELECT count(*) FROM pg_tables WHERE tablename = 'only_here'")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }
}
