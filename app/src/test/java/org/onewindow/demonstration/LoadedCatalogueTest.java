package org.onewindow.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemQuery;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.Level;
import org.onewindow.catalogue.ItemVersion.State;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.testing.TestDatabase;

/** The catalogue's door over the demonstration county, from real tables. */
class LoadedCatalogueTest {

    /** Tuesday in Shanghai, still Monday in Lima. */
    private static final Instant TUE_2026_02_10 = Instant.parse("2026-02-10T01:00:00Z");

    private static TestDatabase database;
    private static LoadedDemonstration county;
    private static Catalogue catalogue;

    @BeforeAll
    static void load() {
        database = TestDatabase.fresh();
        county = LoadedDemonstration.in(database, Clock.fixed(TUE_2026_02_10, ZoneOffset.UTC));
        catalogue = county.catalogue();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void what_was_read_from_the_files_comes_back_from_the_tables() {
        DemonstrationData.catalogue().items().forEach(item -> {
            ItemVersion stored = catalogue.version(item.code(), 1);
            assertThat(stored.in(State.DRAFT, null)).isEqualTo(item);
            assertThat(stored.effectiveFrom()).isEqualTo(LocalDate.of(2026, 2, 10));
        });
    }

    @Test
    void K8_a_retired_item_is_known_and_not_in_effect() {
        assertThat(catalogue.inEffect("SF0118002")).isEmpty();
        assertThat(catalogue.version("SF0118002", 1).state()).isEqualTo(State.RETIRED);
        assertThat(catalogue.latest("SF0118002")).isPresent();
        assertThat(catalogue.inEffect("SF0101009")).map(ItemVersion::state).contains(State.IN_EFFECT);
    }

    @Test
    void an_unknown_version_is_not_found() {
        assertThatThrownBy(() -> catalogue.version("SF0101009", 2)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> catalogue.version("XX", 1)).isInstanceOf(NotFound.class);
    }

    @Test
    void every_item_in_effect_has_windows_its_own_department_first() {
        List<ItemVersion> all =
                catalogue.list(new ItemQuery(null, null, null, null, 500, null)).items();
        assertThat(all)
                .hasSize(187)
                .allSatisfy(item -> assertThat(catalogue.windowsOf(item.code())).isNotEmpty());
        assertThat(catalogue.windowsOf("SF0101001").getFirst()).isEqualTo("A02");
        assertThat(catalogue.windowsOf("SF0101001")).contains("A01");
        assertThat(catalogue.windowLists("A01", "SF0101001")).isTrue();
        assertThat(catalogue.windowLists("H01", "SF0101001")).isFalse();
        assertThat(catalogue.itemsAt("A03"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(catalogue.windowsOf(item.code())).contains("A03"));
    }

    @Test
    void pages_by_code_follow_each_other_without_gap_or_overlap() {
        List<ItemVersion> all =
                catalogue.list(new ItemQuery(null, null, null, null, 500, null)).items();
        List<ItemVersion> paged = new java.util.ArrayList<>();
        String after = null;
        do {
            Page<ItemVersion> page = catalogue.list(new ItemQuery(null, null, null, null, 37, after));
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(paged).isEqualTo(all).isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
    }

    @Test
    void pages_of_a_search_follow_each_other_too() {
        List<ItemVersion> all =
                catalogue.list(new ItemQuery("登记", null, null, null, 500, null)).items();
        Page<ItemVersion> first = catalogue.list(new ItemQuery("登记", null, null, null, 5, null));
        Page<ItemVersion> second = catalogue.list(new ItemQuery("登记", null, null, null, 5, first.next()));
        assertThat(all.subList(0, 5)).isEqualTo(first.items());
        assertThat(all.subList(5, 10)).isEqualTo(second.items());
    }

    @Test
    void a_list_is_narrowed_by_department_level_and_kind() {
        assertThat(catalogue
                        .list(new ItemQuery(null, "BM01", null, null, 500, null))
                        .items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.departmentCode()).isEqualTo("BM01"));
        assertThat(catalogue
                        .list(new ItemQuery(null, null, Level.VILLAGE, HandlingClass.IMMEDIATE, 500, null))
                        .items())
                .isNotEmpty()
                .allSatisfy(item -> {
                    assertThat(item.level()).isEqualTo(Level.VILLAGE);
                    assertThat(item.handlingClass()).isEqualTo(HandlingClass.IMMEDIATE);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "spjy, 食品经营许可",
        "shipin, 食品",
        "食品jy, 食品经营许可",
        "SF0101009, 食品经营许可",
        "jiehundengji, 结婚登记",
        "jhdj, 结婚登记",
        "开饭店, 食品经营许可",
        "zaihou chongjian, 重建",
        "chongjian, 重建",
        "tiaojie, 调解",
        "techong, 特种",
        "tezhonghangye, 特种行业",
        "tzhy, 特种行业",
        "公司 登记, 公司",
        "passport, 护照",
        "ＳＰＪＹ, 食品经营许可"
    })
    void people_find_what_they_type(String typed, String expected) {
        List<ItemVersion> found = catalogue.search(typed, 5);
        if (typed.equals("techong")) {
            assertThat(found).as("种 is read zhong").isEmpty();
            return;
        }
        assertThat(found.stream()
                        .map(item -> item.name() + " " + String.join(" ", item.keywords()))
                        .collect(Collectors.joining("|")))
                .contains(expected);
    }

    @Test
    void the_best_match_comes_first() {
        assertThat(catalogue.search("spjy", 3).getFirst().name()).startsWith("食品经营许可");
        assertThat(catalogue.search("结婚登记", 3).getFirst().name()).isEqualTo("结婚登记");
        assertThat(catalogue.search("SF0101001", 3).getFirst().code()).isEqualTo("SF0101001");
        assertThat(catalogue.searchAt("A03", "spjy", 3))
                .first()
                .satisfies(item -> assertThat(item.name()).startsWith("食品经营许可"));
        assertThat(catalogue.searchAt("H01", "spjy", 3)).isEmpty();
    }

    @Test
    void what_was_typed_for_nothing_finds_nothing() {
        assertThat(catalogue.search("", 5)).isEmpty();
        assertThat(catalogue.search("，。", 5)).isEmpty();
        assertThat(catalogue.search("zzzzqqqq", 5)).isEmpty();
    }

    @Test
    void themes_keep_their_items_in_order() {
        assertThat(catalogue.themes()).hasSize(6);
        assertThat(catalogue.themes().getFirst().items()).startsWith("SF2001008", "SF0101001");
    }

    @Test
    void C4_remedies_are_the_departments() {
        ItemVersion item = catalogue.version("SF0101009", 1);
        assertThat(catalogue.remedies(item).reconsiderationBody()).isEqualTo("示范县人民政府");
        assertThat(catalogue.remedies(item).reconsiderationDays()).isEqualTo(60);
        assertThat(catalogue.remedies(item).litigationMonths()).isEqualTo(6);
    }

    @Test
    void the_tree_and_the_hall_come_back_from_the_tables() {
        assertThat(county.divisions().county()).map(one -> one.code()).contains("990101");
        assertThat(county.divisions().townships()).hasSize(19);
        assertThat(county.divisions().townships().stream()
                        .mapToInt(
                                one -> county.divisions().villagesOf(one.code()).size())
                        .sum())
                .isEqualTo(299);
        assertThat(county.divisions().windows())
                .isEqualTo(DemonstrationData.layout().windows());
        assertThat(county.divisions().departments())
                .isEqualTo(DemonstrationData.layout().departments());
        assertThat(county.divisions().zones()).hasSize(8);
        assertThat(county.divisions().window("A03").department()).isEqualTo("BM01");
        assertThatThrownBy(() -> county.divisions().window("Z99")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> county.divisions().department("BM99")).isInstanceOf(NotFound.class);
    }
}
