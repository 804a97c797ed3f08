package org.onewindow.joint.model;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.InvalidInput;

/** A theme stays of a size that can be drawn and computed for everybody who asks. */
class ThemeSizeTest {

    @Test
    void an_ordinary_theme_passes() {
        assertThatCode(() -> ThemeSize.check(ATheme.aTheme().build())).doesNotThrowAnyException();
    }

    @Test
    void too_many_edges_are_refused() {
        Theme wide = ATheme.aTheme()
                .with(theme -> theme.edges = Collections.nCopies(2_001, new Theme.Edge("A", "B")))
                .build();
        assertThatThrownBy(() -> ThemeSize.check(wide)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void an_answer_that_is_a_novel_is_refused() {
        Theme wordy = ATheme.aTheme()
                .with(theme -> theme.members = List.of(ATheme.member("A", true, "ALCOHOL=" + "卖".repeat(100))))
                .build();
        assertThatThrownBy(() -> ThemeSize.check(wordy)).isInstanceOf(InvalidInput.class);
    }
}
