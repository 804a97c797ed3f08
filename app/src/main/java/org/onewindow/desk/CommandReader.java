package org.onewindow.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.kernel.InvalidInput;
import org.springframework.util.MultiValueMap;

/** Reads what {@link CommandForms} asked for. Says of each field what can't be read; whether it is lawful, the door says. */
final class CommandReader extends FormReader {

    private final CaseView view;

    private CommandReader(MultiValueMap<String, String> form, CaseView view, ZoneId zone) {
        super(form, zone);
        this.view = view;
    }

    /**
     * The command somebody filled in.
     *
     * @param zone the centre's, in which times of day are typed
     * @throws InvalidInput naming every field that can't be read
     */
    static Command read(CaseCommand kind, MultiValueMap<String, String> form, CaseView view, ZoneId zone) {
        CommandReader reader = new CommandReader(form, view, zone);
        Command command = reader.command(kind);
        reader.done();
        return command;
    }

    private Command command(CaseCommand kind) {
        return switch (kind) {
            case ACCEPT -> new Command.Accept(promises(), commitment());
            case REQUEST_SUPPLEMENT ->
                new Command.RequestSupplement(points(), optionalNumber("days"), text("authorisation"));
            case SUPPLEMENT -> new Command.Supplement(papers("materials"));
            case REFUSE ->
                new Command.Refuse(
                        constant(Command.RefusalGround.values(), "ground"),
                        text("reason"),
                        text("legalBasis"),
                        text("competentBody"));
            case COMPLETE_STEP ->
                new Command.CompleteStep(
                        view.currentStep() == null ? "" : view.currentStep(),
                        constant(Command.StepOutcome.values(), "outcome"),
                        text("opinion"));
            case SUSPEND ->
                new Command.Suspend(
                        constant(SpecialProcedureKind.values(), "procedure"), optionalNumber("days"), text("reason"));
            case RESUME -> new Command.Resume(constant(SpecialProcedureKind.values(), "procedure"));
            case EXTEND -> new Command.Extend(number("days"), text("reason"));
            case TELL_PARTIES -> new Command.TellParties(text("matter"));
            case ANNOUNCE_HEARING -> hearing(instant("startsAt"));
            case RECORD_HEARING ->
                new Command.RecordHearing(constant(Command.HearingOutcome.values(), "outcome"), text("record"));
            case REVIEW_LEGALITY ->
                new Command.ReviewLegality(constant(Command.StepOutcome.values(), "outcome"), text("opinion"));
            case DECIDE -> new Command.Decide(constant(Command.DecisionOutcome.values(), "outcome"), text("reason"));
            case FORWARD -> new Command.Forward(text("to"), text("opinion"));
            case RECORD_RESULT ->
                new Command.RecordResult(
                        constant(Command.DecisionOutcome.values(), "outcome"), text("reason"), text("documentNumber"));
            case PAY ->
                new Command.Pay(
                        fen("amount"),
                        constant(Command.PaymentMethod.values(), "method"),
                        text("situation"),
                        text("basis"),
                        text("reduction"));
            case COMPLETE -> new Command.Complete();
            case DELIVER -> new Command.Deliver(text("recipient"), text("documentNumber"));
            case CHECK_COMMITMENT ->
                new Command.CheckCommitment(constant(Command.CheckOutcome.values(), "outcome"), text("findings"));
            case REVOKE -> new Command.Revoke(text("reason"));
            case WITHDRAW -> new Command.Withdraw(text("reason"));
            case TERMINATE -> new Command.Terminate(text("reason"));
            case HAND_OVER -> new Command.HandOver(required("to"));
            case NOT_ON_THE_SPOT ->
                new Command.ExplainSpot(constant(Command.SpotGround.values(), "spotGround"), text("note"));
            case REMIND -> new Command.Remind(constant(Command.ReminderWay.values(), "way"), instant("remindedAt"));
            case CORRECT -> new Command.Correct(number("event"), text("reason"), replacement());
            case VOID -> new Command.MarkVoid(text("reason"));
            case CUSTODY ->
                new Command.MoveCustody(
                        required("material"),
                        text("bag"),
                        pages("pages"),
                        constant(Command.CustodyAction.values(), "action"),
                        text("to"));
            case SERVE ->
                new Command.Serve(
                        required("document"),
                        text("method"),
                        instant("at"),
                        text("signer"),
                        text("relation"),
                        text("refusal"),
                        text("witness"));
        };
    }

    /** Where nothing is said of it, nothing was committed; who says something of it says the day. */
    private Command.@Nullable Commitment commitment() {
        boolean counted = text("commitmentPages") != null;
        String repair = text("repair");
        if (counted || repair != null) {
            required("signedOn");
        }
        LocalDate signedOn = day("signedOn");
        int pages = counted ? pages("commitmentPages") : 1;
        return signedOn == null ? null : new Command.Commitment(signedOn, pages, repair);
    }

    private Command hearing(@Nullable Instant startsAt) {
        required("startsAt");
        return new Command.AnnounceHearing(
                startsAt == null ? LocalDate.EPOCH : LocalDate.ofInstant(startsAt, zone()),
                startsAt,
                text("place"),
                required("presider"));
    }

    /** Papers as the version lists them; their pages are counted when they are filed. */
    private List<HandedIn> papers(String name) {
        List<String> ticked = all(name);
        return view.item().materials().stream()
                .filter(material -> ticked.contains(material.name()))
                .map(CommandReader::asListed)
                .toList();
    }

    private static HandedIn asListed(Material material) {
        return new HandedIn(
                material.name(), material.form(), Math.max(1, material.copies()), Math.max(1, material.pages()));
    }

    private Command.Replacement replacement() {
        List<HandedIn> materials = papers("materials");
        return new Command.Replacement(
                materials.isEmpty() ? null : materials, text("opinion"), day("endsOn"), text("phone"));
    }
}
