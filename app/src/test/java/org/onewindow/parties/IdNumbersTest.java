package org.onewindow.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onewindow.parties.IdNumbers.Outcome.MALFORMED;
import static org.onewindow.parties.IdNumbers.Outcome.RIGHT;
import static org.onewindow.parties.IdNumbers.Outcome.WRONG_CHECK_CHARACTER;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onewindow.parties.PartyDetails.Kind;

/** GB 11643 and GB 32100, with the vectors of the standards, of live government pages, and made-up ones. */
class IdNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "440524188001010014",
                "510921199003071237",
                "411323198511120042",
                "450222200002290152",
                "532923197001018810",
                "450108199912316608"
            })
    void a_citizen_number_with_its_check_character_is_right(String number) {
        assertThat(IdNumbers.check(Kind.PERSON, number)).isEqualTo(RIGHT);
        assertEveryOtherCheckCharacterIsWrong(Kind.PERSON, number, "0123456789X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11440232MB2D06811W",
                "11511301008778183N",
                "115113010833722043",
                "11371000004359010J",
                "11500228MB19576560",
                "91110000101623741K",
                "11510921MA61BCD04A",
                "92411323MA61BCD04J",
                "93450222MA61BCD040",
                "12532923MA61BCD045"
            })
    void a_credit_code_with_its_check_character_is_right_also_where_the_remainder_is_zero(String code) {
        assertThat(IdNumbers.check(Kind.ORGANISATION, code)).isEqualTo(RIGHT);
        assertEveryOtherCheckCharacterIsWrong(Kind.ORGANISATION, code, "0123456789ABCDEFGHJKLMNPQRTUWXY");
    }

    private static void assertEveryOtherCheckCharacterIsWrong(Kind kind, String number, String characters) {
        String body = number.substring(0, 17);
        for (int at = 0; at < characters.length(); at++) {
            char other = characters.charAt(at);
            assertThat(IdNumbers.check(kind, body + other))
                    .isEqualTo(other == number.charAt(17) ? RIGHT : WRONG_CHECK_CHARACTER);
        }
    }

    @Test
    void a_real_old_code_fails_only_in_its_check_character_so_it_can_be_overridden() {
        assertThat(IdNumbers.check(Kind.ORGANISATION, "91350211M0000XUF46")).isEqualTo(WRONG_CHECK_CHARACTER);
        assertThat(IdNumbers.check(Kind.ORGANISATION, "91350211M0000XUF4R")).isEqualTo(RIGHT);
    }

    @Test
    void nothing_else_of_a_number_is_verified() {
        String impossible = "990000999999999990";
        long right = "0123456789X"
                .chars()
                .filter(check -> IdNumbers.check(Kind.PERSON, impossible.substring(0, 17) + (char) check) == RIGHT)
                .count();

        assertThat(right).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1101051949123100",
                "11010519491231002XX",
                "11010519491231002A",
                "X1010519491231002X",
                "11010519491231002x",
                "1101051949123100２X",
                "1101051949123\u0661002X"
            })
    void another_form_of_a_citizen_number_cannot_be_overridden(String number) {
        assertThat(IdNumbers.check(Kind.PERSON, number)).isEqualTo(MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91110000101623741", "9111000010162374IK", "9111000010162374OK", "91110000101623741k"})
    void another_form_of_a_credit_code_cannot_be_overridden(String code) {
        assertThat(IdNumbers.check(Kind.ORGANISATION, code)).isEqualTo(MALFORMED);
    }

    @Test
    void small_letters_blanks_and_full_width_characters_are_folded() {
        assertThat(IdNumbers.folded(" 11010519491231002x ")).isEqualTo("11010519491231002X");
        assertThat(IdNumbers.folded("１１０１０５１９４９１２３１００２ｘ")).isEqualTo("11010519491231002X");
        assertThat(IdNumbers.folded("91110000101623741k")).isEqualTo("91110000101623741K");
    }

    @Test
    void any_single_wrong_digit_of_a_citizen_number_is_noticed() {
        Random random = new Random(20261121);
        for (int round = 0; round < 1000; round++) {
            StringBuilder number = new StringBuilder("510921199003071237");
            int place = random.nextInt(17);
            char before = number.charAt(place);
            char after = (char) ('0' + random.nextInt(10));
            number.setCharAt(place, after);
            assertThat(IdNumbers.check(Kind.PERSON, number.toString()))
                    .isEqualTo(before == after ? RIGHT : WRONG_CHECK_CHARACTER);
        }
    }

    @Test
    void a_phone_is_5_to_20_of_digits_plus_and_minus() {
        for (String good : new String[] {"12345", "13800000000", "+86-138-0000-0000", "0825-5421234"}) {
            assertThat(Phones.isPhone(good)).isTrue();
        }
        for (String bad : new String[] {"1234", "", "1380000000013800000001", "138 0000 0000", "１３８００００", "138x0000"}) {
            assertThat(Phones.isPhone(bad)).isFalse();
        }
    }
}
