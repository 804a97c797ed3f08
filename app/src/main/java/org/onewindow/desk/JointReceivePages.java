package org.onewindow.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.Situation;
import org.onewindow.desk.ReceivePages.Promise;
import org.onewindow.desk.ReceivePages.Tick;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointReading.Outline;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.Theme;
import org.onewindow.joint.Themes;
import org.springframework.stereotype.Component;

/** Puts the parts of the page on which a joint application is received in words (J1, J2). */
@Component
class JointReceivePages {

    private static final int CAP_DAYS = 45;

    private final JointReading reading;
    private final Themes themes;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final Texts texts;

    JointReceivePages(JointReading reading, Themes themes, Catalogue catalogue, Divisions divisions, Texts texts) {
        this.reading = reading;
        this.themes = themes;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.texts = texts;
    }

    /** A stage that a window may take in. */
    record Choice(String value, String label) {}

    /** An item of the stage: whether it applies under the answers given. */
    record Member(String name, String department, boolean applies, boolean optional) {}

    /** The chosen stage: what to ask, who takes part, what to hand in. */
    record Chosen(
            String name,
            String stage,
            boolean needsProject,
            List<Situation> questions,
            boolean unanswered,
            List<Member> members,
            List<Tick> papers) {}

    /** What a window takes in: stages whose lead item it lists. */
    List<Choice> choices(String window, Locale locale) {
        List<Choice> choices = new ArrayList<>();
        for (Theme theme : themes.inEffect()) {
            theme.inOrder()
                    .filter(stage -> catalogue.windowLists(window, stage.lead().itemCode()))
                    .forEach(stage -> choices.add(new Choice(
                            theme.code() + "/" + stage.number(),
                            theme.stages().size() == 1
                                    ? name(theme, locale)
                                    : texts.text(
                                            locale,
                                            "desk.joint.stage-of",
                                            name(theme, locale),
                                            stage.number(),
                                            stage.name()))));
        }
        return choices;
    }

    private static String name(Theme theme, Locale locale) {
        return Languages.isEnglish(locale) && !theme.nameEn().isBlank() ? theme.nameEn() : theme.name();
    }

    /** The stage under the answers, with every paper that some condition could ask for. */
    Outline outline(JointReceiveForm form) {
        boolean represented = form.people().isRepresented();
        Outline plain = reading.outline(form.theme(), form.stage(), form.answers(), represented, false);
        return reading.outline(
                form.theme(), form.stage(), form.answersWithAllConditions(plain.items()), represented, false);
    }

    Chosen chosen(JointReceiveForm form, Outline outline, Locale locale) {
        List<Situation> questions = new ArrayList<>(outline.theme().questionsOf(outline.stage()));
        for (ItemVersion item : outline.items()) {
            item.situations()
                    .forEach(own -> questions.add(
                            new Situation(item.code() + "." + own.code(), own.question(), own.choices())));
        }
        Map<String, String> answers = form.answers();
        List<Tick> ticks = new ArrayList<>();
        int asked = 0;
        for (MaterialLine line : outline.materials()) {
            boolean wanted = line.isAsked();
            ticks.add(tick(form, outline, line, wanted ? asked : -1, locale));
            asked += wanted ? 1 : 0;
        }
        return new Chosen(
                name(outline.theme(), locale),
                outline.stage().name(),
                outline.stage().number() > 1,
                questions,
                questions.stream().anyMatch(question -> !answers.containsKey(question.code())),
                outline.stage().members().stream()
                        .flatMap(member -> catalogue.inEffect(member.itemCode()).stream()
                                .map(item -> new Member(
                                        ClockWords.item(item, locale),
                                        department(item),
                                        outline.items().contains(item),
                                        member.optional())))
                        .toList(),
                ticks);
    }

    private String department(ItemVersion item) {
        return divisions
                .findDepartment(item.departmentCode())
                .map(Department::shortName)
                .orElse(item.departmentCode());
    }

    private Tick tick(JointReceiveForm form, Outline outline, MaterialLine line, int key, Locale locale) {
        boolean conditional = !line.conditions().isEmpty();
        boolean handedOn = !line.isAsked() && !line.handedOn().isEmpty();
        String about = handedOn
                ? texts.text(
                        locale,
                        "desk.joint.handed-on",
                        line.handedOn().values().stream()
                                .distinct()
                                .map(code -> name(code, outline, locale))
                                .toList())
                : texts.text(
                        locale,
                        "desk.tick." + line.necessity(),
                        texts.text(locale, "desk.form." + line.form()),
                        line.copies());
        return new Tick(
                line.name(),
                key < 0 || key >= ReceivePages.KEYS.length() ? null : ReceivePages.KEYS.substring(key, key + 1),
                line.name(),
                about,
                line.isAsked(),
                !line.isAsked(),
                line.isAsked() && !conditional && line.necessity() == Necessity.REQUIRED,
                false,
                line.isAsked() && form.isTicked(line.name()),
                conditional && line.isAsked() ? String.join("；", line.conditions()) : null,
                line.conditions().stream().anyMatch(form::applies),
                form.pages(line.name()),
                line.neededBy().stream()
                        .map(code -> name(code, outline, locale))
                        .toList());
    }

    private static String name(String itemCode, Outline outline, Locale locale) {
        return outline.items().stream()
                .filter(item -> item.code().equals(itemCode))
                .map(item -> ClockWords.item(item, locale))
                .findFirst()
                .orElse(itemCode);
    }

    Promise promise(Outline outline, Locale locale) {
        LivePlan plan = outline.ifToday();
        List<String> owing = outline.items().stream()
                .filter(item -> item.fee().kind() != FeeKind.NONE)
                .map(item -> ClockWords.item(item, locale))
                .toList();
        return new Promise(
                texts.day(plan.dueOn(), locale),
                texts.text(
                        locale,
                        "desk.joint.plan.length",
                        plan.promisedDays(),
                        outline.plan().sum()),
                texts.text(locale, "desk.promise.if-today"),
                texts.text(locale, "desk.promise.by", texts.day(outline.answerBy(), locale)),
                outline.stage().oneDecision()
                        ? texts.text(locale, "desk.joint.cap", CAP_DAYS)
                        : texts.text(locale, "desk.joint.cap.none"),
                owing.isEmpty() ? texts.text(locale, "desk.fee.NONE") : texts.text(locale, "desk.joint.fee", owing),
                null,
                plan.provisional());
    }
}
