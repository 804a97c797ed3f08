package org.onewindow.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion.FeeLine;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointView;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.PickUp;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/** Reads what {@link JointForms} asked for. */
final class JointReader extends FormReader {

    private final JointView view;

    private JointReader(MultiValueMap<String, String> form, JointView view, ZoneId zone) {
        super(form, zone);
        this.view = view;
    }

    /**
     * The command somebody filled in.
     *
     * @throws InvalidInput naming every field that can't be read
     */
    static JointCommand read(JointCommand.Kind kind, MultiValueMap<String, String> form, JointView view, ZoneId zone) {
        JointReader reader = new JointReader(form, view, zone);
        JointCommand command = reader.command(kind);
        reader.done();
        return command;
    }

    /** The first survey that has no findings yet, from 0; -1 for none. */
    static int surveyToRecord(JointView view) {
        for (int i = 0; i < view.surveys().size(); i++) {
            if (view.surveys().get(i).findings().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private JointCommand command(JointCommand.Kind kind) {
        return switch (kind) {
            case ACCEPT -> new JointCommand.Accept(promises());
            case REQUEST_SUPPLEMENT -> new JointCommand.RequestSupplement(points(), optionalNumber("days"));
            case SUPPLEMENT -> new JointCommand.Supplement(papers());
            case REFUSE ->
                new JointCommand.Refuse(
                        constant(Command.RefusalGround.values(), "ground"),
                        text("reason"),
                        text("legalBasis"),
                        text("competentBody"));
            case EXTEND -> new JointCommand.Extend(number("days"), text("reason"));
            case ARRANGE_SURVEY -> {
                required("surveyAt");
                Instant at = instant("surveyAt");
                yield new JointCommand.ArrangeSurvey(at == null ? Instant.EPOCH : at, required("place"), surveyors());
            }
            case RECORD_SURVEY -> findings();
            case PAY ->
                new JointCommand.Pay(
                        constant(Command.PaymentMethod.values(), "method"),
                        view.members().stream()
                                .filter(member ->
                                        member.own() != null && member.own().owes())
                                .map(this::billLine)
                                .toList());
            case DELIVER -> new JointCommand.Deliver(text("recipient"), text("documentNumber"));
            case CHOOSE_PICK_UP -> new JointCommand.ChoosePickUp(constant(PickUp.values(), "pickUp"));
            case WITHDRAW -> new JointCommand.Withdraw(text("reason"));
        };
    }

    private List<HandedIn> papers() {
        List<String> ticked = all("materials");
        return view.materials().stream()
                .filter(line -> ticked.contains(line.name()))
                .map(JointReader::asListed)
                .toList();
    }

    /** As the merged list asks for it; its pages are counted when it is filed. */
    static HandedIn asListed(MaterialLine line) {
        return new HandedIn(line.name(), line.form(), Math.max(1, line.copies()), 1);
    }

    /** Names stand in one field, separated as people separate them. */
    private List<JointCommand.Surveyors> surveyors() {
        return all("surveyors").stream()
                .map(code -> new JointCommand.Surveyors(code, names(text("surveyors:" + code))))
                .toList();
    }

    private static List<String> names(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[、，,;；\\s]+"))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .toList();
    }

    private JointCommand findings() {
        int due = surveyToRecord(view);
        List<String> unfit = all("unfit");
        return new JointCommand.RecordSurvey(
                due + 1,
                due < 0
                        ? List.of()
                        : view.surveys().get(due).bodies().stream()
                                .map(body -> new JointCommand.Finding(
                                        body.itemCode(),
                                        required("finding:" + body.itemCode()),
                                        !unfit.contains(body.itemCode())))
                                .toList());
    }

    private JointCommand.BillLine billLine(JointView.MemberView member) {
        List<FeeLine> lines = Objects.requireNonNull(member.own()).item().fee().lines();
        String chosen = text("situation:" + member.itemCode());
        String only = lines.size() == 1 ? lines.getFirst().situation() : null;
        return new JointCommand.BillLine(
                member.itemCode(),
                fen("amount:" + member.itemCode()),
                chosen == null ? only : chosen,
                text("basis"),
                text("reduction"));
    }
}
