package org.onewindow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.kernel.BadSetting;

class CommandLineTest {

    @Test
    void the_database_and_the_management_port_follow_the_public_one() {
        assertThat(CommandLine.read("--port", "9000").properties())
                .containsExactlyInAnyOrder(
                        "--server.port=9000", "--onewindow.database.port=9001", "--management.server.port=9002");
    }

    @Test
    void an_option_takes_its_value_with_a_space_or_an_equals_sign() {
        assertThat(CommandLine.read("--data=/srv/county", "--simulation", "2026-02-10T01:00:00Z")
                        .properties())
                .containsExactlyInAnyOrder(
                        "--onewindow.data=/srv/county", "--onewindow.simulation=2026-02-10T01:00:00Z");
    }

    @Test
    void settings_are_passed_on_and_what_is_not_given_keeps_its_default() {
        assertThat(CommandLine.read("--onewindow.zone=Asia/Urumqi").properties())
                .containsExactly("--onewindow.zone=Asia/Urumqi");
        assertThat(CommandLine.read().properties()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --port 0           | --port takes a number from 1 to 65533 (the two ports above it are used too) and was given "0".
                    --port eighty      | --port takes a number from 1 to 65533 (the two ports above it are used too) and was given "eighty".
                    --port             | The option --port needs a value.
                    --simulation soon  | --simulation takes an instant in UTC such as 2026-02-10T01:00:00Z and was given "soon".
                    --data /etc/passwd | --data takes a folder and was given "/etc/passwd".
                    --prot 8080        | There is no option "--prot"; ./serve --help lists them.
                    serve              | There is no option "serve"; ./serve --help lists them.
                    """)
    void a_bad_option_is_answered_with_one_sentence(String arguments, String sentence) {
        assertThatExceptionOfType(BadSetting.class)
                .isThrownBy(() -> CommandLine.read(arguments.split(" ")))
                .withMessage(sentence);
    }
}
