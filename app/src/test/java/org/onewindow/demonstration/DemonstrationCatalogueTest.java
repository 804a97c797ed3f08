package org.onewindow.demonstration;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.CatalogueDifference;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.ApplicantObject;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.catalogue.ItemVersion.MaterialSource;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.catalogue.Sheet;
import org.onewindow.catalogue.model.FilingRules;
import org.onewindow.catalogue.model.MaterialNames;
import org.onewindow.divisions.CentreLayout;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Window;
import org.onewindow.kernel.Refusal;
import org.onewindow.timelimit.Unit;

/** The shipped county against what its README says of itself. */
class DemonstrationCatalogueTest {

    private final CatalogueTables.Read tables = DemonstrationData.catalogue();
    private final Map<String, ItemVersion> items =
            tables.items().stream().collect(toMap(ItemVersion::code, Function.identity()));

    @Test
    void every_row_of_every_table_arrives() {
        assertThat(tables.items()).hasSize(188);
        assertThat(tables.retired()).containsExactly("SF0118002");
        assertThat(tables.items().stream().mapToInt(item -> item.steps().size()).sum())
                .isEqualTo(848);
        assertThat(tables.items().stream()
                        .mapToInt(item -> item.specialProcedures().size())
                        .sum())
                .isEqualTo(112);
        assertThat(tables.items().stream()
                        .mapToInt(item -> item.fee().lines().size())
                        .sum())
                .isEqualTo(28);
        assertThat(tables.items().stream()
                        .mapToInt(item -> item.materials().size())
                        .sum())
                .isEqualTo(963);
        assertThat(tables.windowItems().values().stream().mapToInt(List::size).sum())
                .isEqualTo(256);
    }

    @Test
    void the_tree_and_the_hall_are_whole() {
        CentreLayout layout = DemonstrationData.layout();

        assertThat(layout.divisions()).hasSize(1 + 19 + 299);
        assertThat(layout.zones()).hasSize(8);
        assertThat(layout.departments())
                .hasSize(37)
                .allSatisfy(
                        department -> assertThat(department.remedies().court()).isNotBlank());
        assertThat(layout.windows()).hasSize(44);
        assertThat(layout.windows().stream().collect(groupingBy(Window::kind, counting())))
                .containsEntry(Window.Kind.COMPREHENSIVE, 3L)
                .containsEntry(Window.Kind.CHARGING, 1L);
        assertThat(layout.departments().stream()
                        .filter(department -> department.remedies().reconsiderationBody() == null)
                        .map(Department::shortName))
                .as("companies of public service are no authorities")
                .hasSize(5);
    }

    @Test
    void chinese_words_become_what_they_mean() {
        assertThat(tables.items().stream().collect(groupingBy(ItemVersion::type, counting())))
                .isEqualTo(Map.of(
                        ItemType.LICENCE, 88L,
                        ItemType.BENEFIT, 19L,
                        ItemType.CONFIRMATION, 28L,
                        ItemType.AWARD, 1L,
                        ItemType.ADJUDICATION, 2L,
                        ItemType.OTHER_POWER, 18L,
                        ItemType.PUBLIC_SERVICE, 32L));
        assertThat(tables.items().stream().collect(groupingBy(ItemVersion::object, counting())))
                .isEqualTo(Map.of(
                        ApplicantObject.BOTH, 91L, ApplicantObject.PERSON, 60L, ApplicantObject.ORGANISATION, 37L));
        assertThat(tables.items().stream().collect(groupingBy(ItemVersion::handlingClass, counting())))
                .isEqualTo(Map.of(HandlingClass.COMMITTED, 134L, HandlingClass.IMMEDIATE, 54L));
        assertThat(tables.items().stream().collect(groupingBy(ItemVersion::acceptanceRule, counting())))
                .isEqualTo(Map.of(
                        AcceptanceRule.FIVE_DAYS, 132L,
                        AcceptanceRule.ON_THE_SPOT, 48L,
                        AcceptanceRule.RETURN, 8L));
        assertThat(tables.items().stream()
                        .flatMap(item -> item.materials().stream())
                        .collect(groupingBy(ItemVersion.Material::form, counting())))
                .isEqualTo(Map.of(
                        MaterialForm.ORIGINAL, 436L,
                        MaterialForm.ELECTRONIC, 206L,
                        MaterialForm.SHOWN, 205L,
                        MaterialForm.COPY, 116L));
        assertThat(tables.items().stream()
                        .flatMap(item -> item.materials().stream())
                        .collect(groupingBy(ItemVersion.Material::source, counting())))
                .isEqualTo(Map.of(
                        MaterialSource.APPLICANT, 492L,
                        MaterialSource.DEPARTMENT, 242L,
                        MaterialSource.SHARED, 177L,
                        MaterialSource.INTERMEDIARY, 52L));
        assertThat(tables.items().stream()
                        .flatMap(item -> item.materials().stream())
                        .collect(groupingBy(ItemVersion.Material::necessity, counting())))
                .isEqualTo(Map.of(Necessity.REQUIRED, 768L, Necessity.EXEMPT, 177L, Necessity.MAY_FOLLOW, 18L));
    }

    @Test
    void days_of_steps_add_up_to_every_promise() {
        assertThat(tables.items())
                .allSatisfy(item -> assertThat(item.steps().stream()
                                .mapToInt(ItemVersion.Step::days)
                                .sum())
                        .as(item.code())
                        .isEqualTo(item.committedDays()));
    }

    @Test
    void an_item_reads_as_the_table_has_it() {
        ItemVersion foodLicence = item("SF0101009");

        assertThat(foodLicence.name()).startsWith("食品经营许可");
        assertThat(foodLicence.steps().getFirst().code()).isEqualTo("S1");
        assertThat(foodLicence.steps().getFirst().kind()).isEqualTo(StepKind.ACCEPT);
        assertThat(foodLicence.regime()).isEqualTo("APL");
        assertThat(foodLicence.separatePosts()).isTrue();
        assertThat(foodLicence.endsOnMissingSupplement()).isNotNull();

        assertThat(item("SF2001008").statutory()).isNull();
        assertThat(tables.items().stream()
                        .filter(one -> one.forwardedTo() != null)
                        .map(ItemVersion::code))
                .containsExactly("SF0110003");
        assertThat(tables.items().stream()
                        .filter(one -> {
                            ItemVersion.StatutoryLimit limit = one.statutory();
                            return limit != null && limit.unit() == Unit.DAY;
                        })
                        .count())
                .isEqualTo(16);
        assertThat(tables.items().stream()
                        .filter(one -> one.fee().kind() == FeeKind.FIXED)
                        .count())
                .isEqualTo(13);
    }

    @Test
    void K2_to_K7_every_item_in_effect_can_be_filed() {
        CentreLayout layout = DemonstrationData.layout();
        MaterialNames names = MaterialNames.of(tables.items());
        Map<String, List<Refusal>> refused = new TreeMap<>();
        for (ItemVersion item : tables.items()) {
            if (tables.retired().contains(item.code())) {
                continue;
            }
            List<Refusal> refusals = FilingRules.check(
                    item,
                    new FilingRules.Surroundings(
                            layout.departments().stream()
                                    .anyMatch(department -> department.code().equals(item.departmentCode())),
                            "0000-10000000",
                            tables.windowItems().getOrDefault(item.code(), List.of()),
                            number -> layout.windows().stream()
                                    .anyMatch(window -> window.number().equals(number)),
                            names));
            if (!refusals.isEmpty()) {
                refused.put(item.code() + " " + item.name(), refusals);
            }
        }
        assertThat(refused).isEmpty();
    }

    @Test
    void K9_what_is_written_as_tables_is_read_as_it_was() {
        CatalogueTables.Read again = CatalogueTables.read(
                CatalogueTables.write(
                        tables.items(),
                        tables.retired(),
                        code -> tables.windowItems().getOrDefault(code, List.of())),
                new CatalogueTables.RegionRules("another region's"));

        assertThat(again.errors()).isEmpty();
        assertThat(again.items()).isEqualTo(tables.items());
        assertThat(again.retired()).isEqualTo(tables.retired());
        assertThat(again.windowItems()).isEqualTo(tables.windowItems());
    }

    @Test
    void K9_two_catalogues_are_compared_element_by_element() {
        List<Sheet> ours = CatalogueTables.write(
                tables.items(), tables.retired(), code -> tables.windowItems().getOrDefault(code, List.of()));
        assertThat(CatalogueDifference.between(ours, ours)).isEmpty();

        List<ItemVersion> changed = new java.util.ArrayList<>(tables.items());
        ItemVersion dropped = changed.removeFirst();
        List<Sheet> theirs = ours.stream()
                .map(sheet -> !sheet.name().equals("items")
                        ? sheet
                        : new Sheet(
                                sheet.name(),
                                sheet.columns(),
                                sheet.rows().stream()
                                        .filter(row -> !row.text("code").equals(dropped.code()))
                                        .map(row -> row.text("code").equals("SF0101009")
                                                ? new Sheet.Row(row.number(), longer(row))
                                                : row)
                                        .toList()))
                .toList();
        assertThat(CatalogueDifference.between(ours, theirs))
                .containsExactlyInAnyOrder(
                        new CatalogueDifference("items", dropped.code(), "", dropped.code(), null),
                        new CatalogueDifference(
                                "items",
                                "SF0101009",
                                "committed_days",
                                String.valueOf(item("SF0101009").committedDays()),
                                "99"));
    }

    private static Map<String, String> longer(Sheet.Row row) {
        Map<String, String> cells = new java.util.LinkedHashMap<>(row.cells());
        cells.put("committed_days", "99");
        return cells;
    }

    private ItemVersion item(String code) {
        ItemVersion found = items.get(code);
        assertThat(found).as(code).isNotNull();
        return java.util.Objects.requireNonNull(found);
    }
}
