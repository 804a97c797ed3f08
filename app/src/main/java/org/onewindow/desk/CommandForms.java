package org.onewindow.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.CaseView.NoticePoint;
import org.onewindow.cases.Command;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.desk.DeskViews.Action;
import org.onewindow.desk.DeskViews.Field;
import org.onewindow.desk.DeskViews.FieldKind;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Fen;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Component;

/** The form of each command: what must be said for it, with what is already known filled in. {@link CommandReader} reads it. */
@Component
class CommandForms {

    private static final Set<CaseCommand> WEIGHTY = Set.of(
            CaseCommand.REFUSE, CaseCommand.WITHDRAW, CaseCommand.TERMINATE, CaseCommand.VOID, CaseCommand.REVOKE);

    private static final Set<CaseCommand> ASIDE = Set.of(
            CaseCommand.WITHDRAW,
            CaseCommand.TERMINATE,
            CaseCommand.HAND_OVER,
            CaseCommand.NOT_ON_THE_SPOT,
            CaseCommand.REMIND,
            CaseCommand.CORRECT,
            CaseCommand.VOID,
            CaseCommand.CUSTODY,
            CaseCommand.SERVE);

    /** The ways in which a paper is served (送达方式), in the words that are recorded. */
    private static final List<String> SERVED =
            List.of("in-person", "left", "post", "electronic", "entrusted", "public-notice");

    private final Catalogue catalogue;
    private final StaffDirectory staff;
    private final Texts texts;

    CommandForms(Catalogue catalogue, StaffDirectory staff, Texts texts) {
        this.catalogue = catalogue;
        this.staff = staff;
        this.texts = texts;
    }

    /** What the forms offer that isn't in the case's view: its documents and its correctable entries, from value to words. */
    record Known(Map<String, String> documents, Map<String, String> entries) {}

    Action action(CaseCommand command, CaseView view, Known known, Locale locale) {
        return new Action(
                command.word(),
                label(command, locale),
                texts.text(locale, "desk.command." + command + ".of"),
                fields(command, view, known, locale),
                command.bringsForward(),
                ASIDE.contains(command),
                WEIGHTY.contains(command));
    }

    String label(CaseCommand command, Locale locale) {
        return texts.text(locale, "desk.command." + command);
    }

    private List<Field> fields(CaseCommand command, CaseView view, Known known, Locale locale) {
        FieldList form = new FieldList(texts, locale);
        ItemVersion item = view.item();
        switch (command) {
            case ACCEPT -> {
                Map<String, String> mayFollow = FieldList.same(item.materials().stream()
                        .filter(material -> material.necessity() == Necessity.MAY_FOLLOW)
                        .map(Material::name)
                        .filter(view.missingMaterials()::contains)
                        .toList());
                if (!mayFollow.isEmpty()) {
                    form.choose(FieldKind.PROMISES, "documentsToFollow", false, mayFollow, null);
                }
                if (item.commitment() != null) {
                    if (view.brokeCommitment()) {
                        form.add(FieldKind.NOTE, "brokeCommitment", false, null);
                        form.add(FieldKind.TEXT, "repair", false, null);
                    }
                    form.add(FieldKind.DATE, "signedOn", false, null);
                    form.add(FieldKind.NUMBER, "commitmentPages", false, null);
                }
            }
            case REQUEST_SUPPLEMENT -> {
                form.choose(FieldKind.POINTS, "points", true, FieldList.same(names(item)), null);
                form.add(FieldKind.NUMBER, "days", false, null);
                form.add(FieldKind.AREA, "authorisation", false, null);
            }
            case SUPPLEMENT -> form.choose(FieldKind.CHECKS, "materials", true, FieldList.same(asked(view)), null);
            case REFUSE -> {
                form.choose(FieldKind.CHOICE, "ground", true, form.constants(Command.RefusalGround.values()), null);
                form.add(FieldKind.AREA, "reason", true, null);
                form.add(FieldKind.TEXT, "legalBasis", false, null);
                form.add(FieldKind.TEXT, "competentBody", false, null);
            }
            case COMPLETE_STEP -> {
                form.choose(FieldKind.RADIO, "outcome", true, form.constants(Command.StepOutcome.values()), "PASS");
                form.add(FieldKind.AREA, "opinion", true, null);
            }
            case SUSPEND -> {
                Map<String, String> stopping = procedures(item);
                form.choose(FieldKind.CHOICE, "procedure", true, stopping, null);
                form.add(FieldKind.NUMBER, "days", false, null);
                form.add(FieldKind.AREA, "reason", true, null);
            }
            case RESUME -> form.choose(FieldKind.CHOICE, "procedure", true, procedures(item), null);
            case EXTEND -> {
                form.add(FieldKind.NUMBER, "days", true, String.valueOf(item.extensionDays()));
                form.add(FieldKind.AREA, "reason", true, null);
            }
            case TELL_PARTIES -> form.add(FieldKind.AREA, "matter", true, null);
            case ANNOUNCE_HEARING -> {
                form.add(FieldKind.DATETIME, "startsAt", true, null);
                form.add(FieldKind.TEXT, "place", true, null);
                form.choose(FieldKind.CHOICE, "presider", true, presiders(item), null);
            }
            case RECORD_HEARING -> {
                form.choose(FieldKind.RADIO, "outcome", true, form.constants(Command.HearingOutcome.values()), null);
                form.add(FieldKind.AREA, "record", false, null);
            }
            case REVIEW_LEGALITY -> {
                form.choose(FieldKind.RADIO, "outcome", true, form.constants(Command.StepOutcome.values()), "PASS");
                form.add(FieldKind.AREA, "opinion", true, null);
            }
            case DECIDE -> {
                form.choose(
                        FieldKind.RADIO, "outcome", true, form.constants(Command.DecisionOutcome.values()), "GRANTED");
                form.add(FieldKind.AREA, "reason", false, null);
            }
            case FORWARD -> {
                form.add(FieldKind.TEXT, "to", true, item.forwardedTo());
                form.add(FieldKind.AREA, "opinion", true, null);
            }
            case RECORD_RESULT -> {
                form.choose(
                        FieldKind.RADIO, "outcome", true, form.constants(Command.DecisionOutcome.values()), "GRANTED");
                form.add(FieldKind.TEXT, "documentNumber", true, null);
                form.add(FieldKind.AREA, "reason", false, null);
            }
            case PAY -> pay(form, item, locale);
            case COMPLETE -> {}
            case DELIVER -> {
                form.add(FieldKind.TEXT, "recipient", true, null);
                form.add(FieldKind.TEXT, "documentNumber", true, null);
            }
            case CHECK_COMMITMENT -> {
                form.choose(FieldKind.RADIO, "outcome", true, form.constants(Command.CheckOutcome.values()), null);
                form.add(FieldKind.AREA, "findings", true, null);
            }
            case WITHDRAW, TERMINATE, VOID, REVOKE -> form.add(FieldKind.AREA, "reason", true, null);
            case HAND_OVER -> form.choose(FieldKind.CHOICE, "to", true, colleagues(view), null);
            case NOT_ON_THE_SPOT -> {
                form.choose(FieldKind.CHOICE, "spotGround", true, form.constants(Command.SpotGround.values()), null);
                form.add(FieldKind.AREA, "note", false, null);
            }
            case REMIND -> {
                form.choose(FieldKind.RADIO, "way", true, form.constants(Command.ReminderWay.values()), "PHONE");
                form.add(FieldKind.DATETIME, "remindedAt", false, null);
            }
            case CORRECT -> {
                form.choose(FieldKind.CHOICE, "event", true, known.entries(), null);
                form.add(FieldKind.AREA, "reason", true, null);
                form.add(FieldKind.TEXT, "phone", false, null);
                form.add(FieldKind.AREA, "opinion", false, null);
                form.add(FieldKind.DATE, "endsOn", false, null);
                form.choose(FieldKind.CHECKS, "materials", false, FieldList.same(names(item)), null);
            }
            case CUSTODY -> {
                form.choose(FieldKind.CHOICE, "material", true, FieldList.same(names(item)), null);
                form.choose(FieldKind.CHOICE, "action", true, form.constants(Command.CustodyAction.values()), null);
                form.add(FieldKind.TEXT, "bag", false, null);
                form.add(FieldKind.NUMBER, "pages", true, "1");
                form.add(FieldKind.TEXT, "to", false, null);
            }
            case SERVE -> {
                form.choose(FieldKind.CHOICE, "document", true, known.documents(), null);
                form.choose(FieldKind.CHOICE, "method", true, waysOfServing(locale), null);
                form.add(FieldKind.DATETIME, "at", false, null);
                form.add(FieldKind.TEXT, "signer", false, null);
                form.add(FieldKind.TEXT, "relation", false, null);
                form.add(FieldKind.AREA, "refusal", false, null);
                form.add(FieldKind.TEXT, "witness", false, null);
            }
        }
        return form.fields();
    }

    private void pay(FieldList form, ItemVersion item, Locale locale) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (FeeLine line : item.fee().lines()) {
            lines.put(
                    line.situation(),
                    texts.text(
                            locale,
                            "desk.fee.line",
                            line.situation(),
                            texts.money(new Fen(line.priceFen()), locale),
                            line.unit()));
        }
        if (!lines.isEmpty()) {
            form.choose(FieldKind.CHOICE, "situation", true, lines, null);
        }
        form.add(
                FieldKind.TEXT,
                "amount",
                true,
                item.fee().lines().size() == 1
                        ? FormReader.yuan(item.fee().lines().getFirst().priceFen())
                        : null);
        form.choose(FieldKind.CHOICE, "method", true, form.constants(Command.PaymentMethod.values()), null);
        if (item.fee().kind() == ItemVersion.FeeKind.ASSESSED) {
            form.add(FieldKind.AREA, "basis", true, null);
        }
        form.add(FieldKind.TEXT, "reduction", false, null);
    }

    private Map<String, String> waysOfServing(Locale locale) {
        Map<String, String> ways = new LinkedHashMap<>();
        SERVED.forEach(way -> ways.put(
                texts.text(Locale.SIMPLIFIED_CHINESE, "desk.served." + way), texts.text(locale, "desk.served." + way)));
        return ways;
    }

    private static List<String> asked(CaseView view) {
        List<String> open =
                view.openPoints().stream().map(NoticePoint::material).toList();
        return open.isEmpty() ? view.missingMaterials() : open;
    }

    private static List<String> names(ItemVersion item) {
        return item.materials().stream().map(Material::name).distinct().toList();
    }

    private static Map<String, String> procedures(ItemVersion item) {
        return item.specialProcedures().stream()
                .filter(SpecialProcedure::stopsClock)
                .collect(Collectors.toMap(
                        procedure -> procedure.kind().name(),
                        SpecialProcedure::name,
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    /** Clerks of the windows that take the item, to whom a case may be handed. */
    private Map<String, String> colleagues(CaseView view) {
        return catalogue.windowsOf(view.item().code()).stream()
                .flatMap(window -> staff.holdersAt(Role.CLERK, window).stream())
                .filter(member -> !member.userName().equals(view.holder()))
                .collect(Collectors.toMap(
                        StaffMember::userName, StaffMember::displayName, (first, _) -> first, LinkedHashMap::new));
    }

    /** Who may preside over a hearing: the department's head, chief representative and reviewers; who examined may not. */
    private Map<String, String> presiders(ItemVersion item) {
        return Stream.of(Role.HEAD, Role.APPROVER, Role.REVIEWER)
                .flatMap(role -> staff.holders(role, item.departmentCode()).stream())
                .collect(Collectors.toMap(
                        StaffMember::userName, StaffMember::displayName, (first, _) -> first, LinkedHashMap::new));
    }
}
