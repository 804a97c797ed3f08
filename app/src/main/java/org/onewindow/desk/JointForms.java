package org.onewindow.desk;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onewindow.cases.Command;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.desk.DeskViews.Action;
import org.onewindow.desk.DeskViews.Field;
import org.onewindow.desk.DeskViews.FieldKind;
import org.onewindow.http.Texts;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointView;
import org.onewindow.joint.JointView.MemberView;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.PickUp;
import org.onewindow.joint.Survey;
import org.onewindow.kernel.Fen;
import org.springframework.stereotype.Component;

/** The form of each command on a joint application as a whole (J2). {@link JointReader} reads it. */
@Component
class JointForms {

    private static final Set<JointCommand.Kind> WEIGHTY =
            EnumSet.of(JointCommand.Kind.REFUSE, JointCommand.Kind.WITHDRAW);

    private static final Set<JointCommand.Kind> ASIDE = EnumSet.of(
            JointCommand.Kind.ARRANGE_SURVEY,
            JointCommand.Kind.RECORD_SURVEY,
            JointCommand.Kind.CHOOSE_PICK_UP,
            JointCommand.Kind.EXTEND,
            JointCommand.Kind.WITHDRAW);

    private static final Set<JointCommand.Kind> FORWARD = EnumSet.of(
            JointCommand.Kind.ACCEPT, JointCommand.Kind.SUPPLEMENT, JointCommand.Kind.PAY, JointCommand.Kind.DELIVER);

    private static final int EXTENSION_DAYS = 15;

    private final Texts texts;

    JointForms(Texts texts) {
        this.texts = texts;
    }

    static boolean bringsForward(JointCommand.Kind command) {
        return FORWARD.contains(command);
    }

    String label(JointCommand.Kind command, Locale locale) {
        return texts.text(locale, "desk.joint.command." + command);
    }

    Action action(JointCommand.Kind command, JointView view, Locale locale) {
        return new Action(
                command.word(),
                label(command, locale),
                texts.text(locale, "desk.joint.command." + command + ".of"),
                fields(command, view, locale),
                FORWARD.contains(command),
                ASIDE.contains(command),
                WEIGHTY.contains(command));
    }

    private List<Field> fields(JointCommand.Kind command, JointView view, Locale locale) {
        FieldList form = new FieldList(texts, locale);
        switch (command) {
            case ACCEPT -> {
                List<String> mayFollow = view.materials().stream()
                        .filter(line -> line.necessity() == Necessity.MAY_FOLLOW)
                        .map(MaterialLine::name)
                        .filter(view.missing()::contains)
                        .toList();
                if (!mayFollow.isEmpty()) {
                    form.choose(FieldKind.PROMISES, "documentsToFollow", false, FieldList.same(mayFollow), null);
                }
            }
            case REQUEST_SUPPLEMENT -> {
                form.choose(FieldKind.POINTS, "points", true, FieldList.same(asked(view)), null);
                form.add(FieldKind.NUMBER, "days", false, null);
            }
            case SUPPLEMENT -> form.choose(FieldKind.CHECKS, "materials", true, FieldList.same(awaited(view)), null);
            case REFUSE -> {
                form.choose(FieldKind.CHOICE, "ground", true, form.constants(Command.RefusalGround.values()), null);
                form.add(FieldKind.AREA, "reason", true, null);
                form.add(FieldKind.TEXT, "legalBasis", true, null);
                form.add(FieldKind.TEXT, "competentBody", false, null);
            }
            case EXTEND -> {
                form.add(FieldKind.NUMBER, "days", true, String.valueOf(EXTENSION_DAYS));
                form.add(FieldKind.AREA, "reason", true, null);
            }
            case ARRANGE_SURVEY -> {
                form.add(FieldKind.DATETIME, "surveyAt", true, null);
                form.add(FieldKind.TEXT, "place", true, null);
                form.choose(FieldKind.POINTS, "surveyors", true, open(view), null);
            }
            case RECORD_SURVEY -> recordSurvey(form, view, locale);
            case PAY -> pay(form, view, locale);
            case DELIVER -> {
                form.add(FieldKind.TEXT, "recipient", true, null);
                form.add(FieldKind.TEXT, "documentNumber", true, null);
            }
            case CHOOSE_PICK_UP ->
                form.choose(
                        FieldKind.RADIO,
                        "pickUp",
                        true,
                        pickUps(locale),
                        view.pickUp().name());
            case WITHDRAW -> form.add(FieldKind.AREA, "reason", true, null);
        }
        return form.fields();
    }

    private Map<String, String> pickUps(Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        for (PickUp pickUp : PickUp.values()) {
            words.put(pickUp.name(), texts.text(locale, "PickUp." + pickUp));
        }
        return words;
    }

    private static List<String> asked(JointView view) {
        return view.materials().stream()
                .filter(MaterialLine::isAsked)
                .map(MaterialLine::name)
                .toList();
    }

    private static List<String> awaited(JointView view) {
        List<String> named =
                view.toSupply().stream().map(JointView.Point::material).toList();
        return named.isEmpty() ? view.missing() : named;
    }

    private static Map<String, String> open(JointView view) {
        Map<String, String> items = new LinkedHashMap<>();
        view.members().stream()
                .filter(member -> !member.progress().isEnd())
                .forEach(member -> items.put(member.itemCode(), member.name()));
        return items;
    }

    /** The surveys still without findings, each body's words for itself, and those whose site doesn't fit. */
    private void recordSurvey(FieldList form, JointView view, Locale locale) {
        int due = JointReader.surveyToRecord(view);
        if (due < 0) {
            form.add(FieldKind.NOTE, "surveyNone", false, null);
            return;
        }
        Survey survey = view.surveys().get(due);
        Map<String, String> bodies = new LinkedHashMap<>();
        survey.bodies().forEach(body -> bodies.put(body.itemCode(), nameOf(body.itemCode(), view)));
        bodies.forEach((code, name) -> form.labelled(
                FieldKind.AREA,
                "finding:" + code,
                texts.text(locale, "desk.joint.finding", name),
                true,
                Map.of(),
                null));
        form.choose(FieldKind.CHECKS, "unfit", false, bodies, null);
    }

    /** One bill (一费结): what each member owes, with what the catalogue asks already filled in. */
    private void pay(FieldList form, JointView view, Locale locale) {
        for (MemberView member : view.members()) {
            MemberCase own = member.own();
            if (own == null || !own.owes()) {
                continue;
            }
            List<FeeLine> lines = own.item().fee().lines();
            if (lines.size() > 1) {
                Map<String, String> situations = new LinkedHashMap<>();
                lines.forEach(line -> situations.put(
                        line.situation(),
                        texts.text(
                                locale,
                                "desk.fee.line",
                                line.situation(),
                                texts.money(new Fen(line.priceFen()), locale),
                                line.unit())));
                form.labelled(
                        FieldKind.CHOICE,
                        "situation:" + member.itemCode(),
                        texts.text(locale, "desk.joint.bill.situation", member.name()),
                        true,
                        situations,
                        null);
            }
            form.labelled(
                    FieldKind.TEXT,
                    "amount:" + member.itemCode(),
                    texts.text(locale, "desk.joint.bill.amount", member.name()),
                    true,
                    Map.of(),
                    lines.isEmpty() ? null : FormReader.yuan(lines.getFirst().priceFen()));
        }
        form.choose(FieldKind.CHOICE, "method", true, form.constants(Command.PaymentMethod.values()), null);
        form.add(FieldKind.TEXT, "basis", false, null);
        form.add(FieldKind.TEXT, "reduction", false, null);
    }

    static String nameOf(String itemCode, JointView view) {
        return view.members().stream()
                .filter(member -> member.itemCode().equals(itemCode))
                .map(MemberView::name)
                .findFirst()
                .orElse(itemCode);
    }
}
