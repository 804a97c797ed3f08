package org.onewindow.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.onewindow.kernel.BadSetting;

class DatabaseSettingsTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/onewindow";

    @Test
    void one_login_does_for_both_where_only_one_is_given() {
        DatabaseSettings owner = settings(URL, "boss", "secret-1", "", "");
        assertThat(owner.programLogin()).isEqualTo(owner.ownerLogin()).isEqualTo(new Login("boss", "secret-1"));

        DatabaseSettings user = settings(URL, "", "", "clerk", "secret-2");
        assertThat(user.ownerLogin()).isEqualTo(user.programLogin()).isEqualTo(new Login("clerk", "secret-2"));
    }

    @Test
    void passwords_are_never_written_out() {
        DatabaseSettings both = settings(URL, "boss", "secret-1", "clerk", "secret-2");
        assertThat(both + " " + both.ownerLogin() + " " + both.programLogin()).doesNotContain("secret");
    }

    @Test
    void an_outside_database_needs_a_postgresql_address_and_a_login() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> settings("mysql://db.example/x", "a", "b", "", ""))
                .withMessageContaining("must start with jdbc:postgresql://");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> settings(URL, "", "", "", ""))
                .withMessageContaining("ONEWINDOW_DB_OWNER");
    }

    @Test
    void numbers_out_of_range_are_named() {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new DatabaseSettings("", "", "", "", "", Path.of("x"), 70_000, 20, false))
                .withMessage("onewindow.database.port must be from 1 to 65535 and is 70000.");
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> new DatabaseSettings("", "", "", "", "", Path.of("x"), 8081, 1, false))
                .withMessage("onewindow.database.connections must be from 2 to 500 and is 1.");
    }

    private static DatabaseSettings settings(
            String url, String owner, String ownerPassword, String user, String password) {
        return new DatabaseSettings(url, owner, ownerPassword, user, password, Path.of("x"), 8081, 20, false);
    }
}
