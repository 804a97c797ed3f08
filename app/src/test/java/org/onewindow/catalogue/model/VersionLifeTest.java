package org.onewindow.catalogue.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.catalogue.model.VersionLife.Dates;

class VersionLifeTest {

    private static final LocalDate MON_2026_02_02 = LocalDate.of(2026, 2, 2);
    private static final LocalDate MON_2026_03_02 = LocalDate.of(2026, 3, 2);

    private static final Dates FIRST = new Dates(1, MON_2026_02_02, null);
    private static final Dates SECOND = new Dates(2, MON_2026_03_02, null);

    @Test
    void K1_a_version_waits_for_its_day_and_then_supersedes_the_one_before() {
        List<Dates> both = List.of(FIRST, SECOND);
        assertThat(VersionLife.stateOn(MON_2026_02_02.minusDays(1), FIRST, both))
                .isEqualTo(State.FILED);
        assertThat(VersionLife.stateOn(MON_2026_03_02.minusDays(1), FIRST, both))
                .isEqualTo(State.IN_EFFECT);
        assertThat(VersionLife.stateOn(MON_2026_03_02.minusDays(1), SECOND, both))
                .isEqualTo(State.FILED);
        assertThat(VersionLife.stateOn(MON_2026_03_02, FIRST, both)).isEqualTo(State.SUPERSEDED);
        assertThat(VersionLife.stateOn(MON_2026_03_02, SECOND, both)).isEqualTo(State.IN_EFFECT);
    }

    @Test
    void K1_of_two_versions_on_one_day_the_higher_counts() {
        Dates corrected = new Dates(2, MON_2026_02_02, null);
        List<Dates> both = List.of(FIRST, corrected);
        assertThat(VersionLife.stateOn(MON_2026_02_02, FIRST, both)).isEqualTo(State.SUPERSEDED);
        assertThat(VersionLife.stateOn(MON_2026_02_02, corrected, both)).isEqualTo(State.IN_EFFECT);
    }

    @Test
    void K8_a_version_is_retired_from_its_day_on_and_a_new_one_brings_the_item_back() {
        Dates retired = new Dates(1, MON_2026_02_02, MON_2026_02_02.plusDays(7));
        List<Dates> both = List.of(retired, SECOND);
        assertThat(VersionLife.stateOn(MON_2026_02_02.plusDays(6), retired, both))
                .isEqualTo(State.IN_EFFECT);
        assertThat(VersionLife.stateOn(MON_2026_02_02.plusDays(7), retired, both))
                .isEqualTo(State.RETIRED);
        assertThat(VersionLife.stateOn(MON_2026_03_02, retired, both)).isEqualTo(State.SUPERSEDED);
        assertThat(VersionLife.stateOn(MON_2026_03_02, SECOND, both)).isEqualTo(State.IN_EFFECT);
    }
}
