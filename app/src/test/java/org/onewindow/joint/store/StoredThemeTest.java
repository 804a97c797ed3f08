package org.onewindow.joint.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.onewindow.joint.Theme;

/** A stage as it was written down before something was added to it. */
class StoredThemeTest {

    private static final String WITHOUT_A_WORD_ON_SEALS = """
            {"number":1,"name":"办理","leadDepartment":"BM01","oneDecision":true,"silenceAgrees":true,"members":[]}""";

    @Test
    void J2_a_theme_that_says_nothing_of_seals_has_no_agreement_on_one() {
        Theme.Stage stage = JointJson.read(WITHOUT_A_WORD_ON_SEALS, Theme.Stage.class);
        assertThat(stage.oneSeal()).isFalse();
        assertThat(stage.silenceAgrees()).isTrue();
        assertThat(JointJson.read(JointJson.write(stage), Theme.Stage.class)).isEqualTo(stage);
    }
}
