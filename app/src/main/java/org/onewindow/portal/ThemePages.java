package org.onewindow.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoard;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointReading.Outline;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.Theme;
import org.onewindow.kernel.Fen;
import org.springframework.stereotype.Component;

/** Makes the guide page of a theme (一件事): what it takes, how long, what to bring, once for all bodies (J1, J2). */
@Component
class ThemePages {

    private final JointReading reading;
    private final GraphBoards boards;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final ItemWords words;
    private final Texts texts;

    ThemePages(
            JointReading reading,
            GraphBoards boards,
            Catalogue catalogue,
            Divisions divisions,
            ItemWords words,
            Texts texts) {
        this.reading = reading;
        this.boards = boards;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.words = words;
        this.texts = texts;
    }

    /** A document: {@code from} where another body's result takes its place. */
    record Paper(
            String name,
            String form,
            String necessity,
            @Nullable String condition,
            List<String> neededBy,
            @Nullable String from) {}

    /** What an item costs. */
    record Cost(String item, String words) {}

    /** Where it is handed in. */
    record Place(String number, String name) {}

    /** A stage under the answers given. */
    record Stage(
            int number,
            String name,
            String lead,
            @Nullable String milestone,
            List<ItemVersion.Situation> questions,
            int items,
            int days,
            int serialDays,
            int bodies,
            String ifToday,
            GraphBoard board,
            List<Paper> papers,
            int asked,
            List<Cost> costs,
            List<Place> places) {}

    /** The page. */
    record Guide(String code, String name, String description, List<Stage> stages) {}

    static String name(Theme theme, Locale locale) {
        return Languages.isEnglish(locale) && !theme.nameEn().isBlank() ? theme.nameEn() : theme.name();
    }

    /**
     * The page of a theme.
     *
     * @param answers to its questions; where none is given, everything that might apply is shown
     */
    Guide of(Theme theme, Map<String, String> answers, Locale locale) {
        return new Guide(
                theme.code(),
                name(theme, locale),
                theme.description(),
                theme.inOrder()
                        .map(stage -> stage(theme, stage, answers, locale))
                        .toList());
    }

    private Stage stage(Theme theme, Theme.Stage stage, Map<String, String> answers, Locale locale) {
        List<ItemVersion.Situation> questions = theme.questionsOf(stage);
        boolean answered = questions.stream().anyMatch(question -> answers.containsKey(question.code()));
        Outline outline = reading.outline(theme, stage, withConditions(stage, answers), false, !answered);
        List<Paper> papers = outline.materials().stream()
                .map(line -> paper(line, outline, locale))
                .toList();
        return new Stage(
                stage.number(),
                stage.name(),
                words.department(stage.leadDepartment(), locale),
                stage.milestone(),
                questions,
                outline.items().size(),
                outline.plan().length(),
                outline.plan().sum(),
                (int) outline.items().stream()
                        .map(ItemVersion::departmentCode)
                        .distinct()
                        .count(),
                texts.day(outline.ifToday().dueOn(), locale),
                boards.of(outline, item -> "/items/" + item.code(), locale),
                papers,
                (int) outline.materials().stream()
                        .filter(line -> line.isAsked() && line.conditions().isEmpty())
                        .count(),
                costs(outline, locale),
                catalogue.windowsOf(stage.lead().itemCode()).stream()
                        .flatMap(number -> divisions.findWindow(number).stream())
                        .map(window -> new Place(window.number(), window.name()))
                        .toList());
    }

    /** Papers that only some condition asks for are shown, too, with the condition beside them (K6b). */
    private Map<String, String> withConditions(Theme.Stage stage, Map<String, String> answers) {
        Map<String, String> shown = new HashMap<>(answers);
        stage.members().stream()
                .flatMap(member -> catalogue.inEffect(member.itemCode()).stream())
                .flatMap(item -> item.materials().stream())
                .map(ItemVersion.Material::condition)
                .filter(condition -> !condition.isEmpty())
                .forEach(condition -> shown.put(condition, "true"));
        return shown;
    }

    private Paper paper(MaterialLine line, Outline outline, Locale locale) {
        List<String> from = line.isAsked()
                ? List.of()
                : line.handedOn().values().stream()
                        .distinct()
                        .map(code -> name(code, outline, locale))
                        .toList();
        return new Paper(
                line.name(),
                texts.text(
                        locale,
                        "portal.material.copies",
                        texts.text(locale, "portal.form." + line.form()),
                        line.copies()),
                texts.text(locale, "portal.necessity." + line.necessity()),
                line.conditions().isEmpty() ? null : String.join("；", line.conditions()),
                line.neededBy().stream()
                        .map(code -> name(code, outline, locale))
                        .toList(),
                from.isEmpty() ? null : texts.text(locale, "portal.theme.from", from));
    }

    private String name(String itemCode, Outline outline, Locale locale) {
        return outline.items().stream()
                .filter(item -> item.code().equals(itemCode))
                .map(item -> words.name(item, locale))
                .findFirst()
                .orElse(itemCode);
    }

    private List<Cost> costs(Outline outline, Locale locale) {
        List<Cost> costs = new ArrayList<>();
        for (ItemVersion item : outline.items()) {
            if (item.fee().kind() == FeeKind.NONE) {
                continue;
            }
            String name = words.name(item, locale);
            if (item.fee().lines().isEmpty()) {
                costs.add(new Cost(
                        name, texts.text(locale, "portal.cost." + item.fee().kind())));
            }
            for (FeeLine line : item.fee().lines()) {
                costs.add(new Cost(
                        name + (item.fee().lines().size() > 1 ? " · " + line.situation() : ""),
                        texts.text(
                                locale, "portal.fee.per", texts.money(new Fen(line.priceFen()), locale), line.unit())));
            }
        }
        return costs;
    }
}
