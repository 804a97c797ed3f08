package org.onewindow.parties.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of personal data by default (V3). */
class MaskingTest {

    @ParameterizedTest
    @CsvSource({"张三,张*", "欧阳修远,欧*", "𠮷野家,𠮷*", "买买提·艾合买提,买*", "A,A*", "'',*"})
    void V3_of_a_name_the_first_character_is_left(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"99010119900101001X,99**************1X", "12345678,12****78", "1234567,*******", "'',''"})
    void V3_of_a_number_two_characters_at_each_end_are_left(String number, String masked) {
        assertThat(Masking.number(number)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"13812345678,138****5678", "0825-5421234,082*****1234", "5421234,*****34", "12345,***45"})
    void V3_of_a_phone_the_ends_are_left(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }
}
