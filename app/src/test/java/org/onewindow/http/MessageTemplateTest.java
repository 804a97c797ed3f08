package org.onewindow.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessageTemplateTest {

    @Test
    void a_choice_may_repeat_the_number_it_chooses_by() {
        String text = "{0,choice,1#1 earlier case|1<{0} earlier cases} of {1}";

        assertThat(rendered(text, 1, "Li")).isEqualTo("1 earlier case of Li");
        assertThat(rendered(text, 3, "Li")).isEqualTo("3 earlier cases of Li");
    }

    @Test
    void a_choice_by_a_later_argument_repeats_that_one() {
        assertThat(rendered("{0}: {1,choice,1#1 day|1<{1} days}", "left", 4)).isEqualTo("left: 4 days");
    }

    @Test
    void plain_places_stay_plain() {
        assertThat(rendered("{0} isn't {1}", 2026, 1)).isEqualTo("2026 isn't 1");
    }

    private static String rendered(String text, Object... arguments) {
        return MessageTemplate.compile("key", text).render(arguments, Locale.ENGLISH, String::valueOf);
    }
}
