package org.onewindow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Case numbers (C11). */
class CaseNumberTest {

    private static final CaseNumber SOME = new CaseNumber("990101", LocalDate.of(2026, 11, 23), 17);

    @Test
    void C11_the_number_of_the_contract() {
        assertThat(SOME).hasToString("990101-20261123-00000017-5");
    }

    @Test
    void C11_a_number_is_read_back_with_and_without_hyphens() {
        assertThat(CaseNumber.parse("990101-20261123-00000017-5")).contains(SOME);
        assertThat(CaseNumber.parse(" 99010120261123000000175 ")).contains(SOME);
    }

    @Test
    void C11_any_single_wrong_digit_is_found() {
        Random random = new Random(20261123);
        for (int round = 0; round < 2_000; round++) {
            String digits = aNumber(random).replace("-", "");
            int place = random.nextInt(digits.length());
            char wrong = (char) ('0' + (digits.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            String mistyped = digits.substring(0, place) + wrong + digits.substring(place + 1);
            assertThat(CaseNumber.parse(mistyped))
                    .as(digits + " as " + mistyped)
                    .isEmpty();
        }
    }

    @Test
    void C11_any_swap_of_neighbours_is_found() {
        Random random = new Random(17);
        for (int round = 0; round < 2_000; round++) {
            String digits = aNumber(random).replace("-", "");
            int place = random.nextInt(digits.length() - 1);
            if (digits.charAt(place) == digits.charAt(place + 1)) {
                continue;
            }
            String swapped = digits.substring(0, place)
                    + digits.charAt(place + 1)
                    + digits.charAt(place)
                    + digits.substring(place + 2);
            assertThat(CaseNumber.parse(swapped)).as(digits + " as " + swapped).isEmpty();
        }
    }

    @Test
    void a_number_whose_date_does_not_exist_is_none() {
        assertThat(CaseNumber.parse("990101-20260230-00000001-" + Verhoeff.checkDigit("9901012026023000000001")))
                .isEmpty();
    }

    private static String aNumber(Random random) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(2_000));
        return new CaseNumber("990101", day, random.nextInt(100_000_000)).toString();
    }
}
