package org.onewindow.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
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
final class CommandReader {

    private static final int FEN_DIGITS = 2;
    private static final int MOST_YUAN_DIGITS = 9;

    private final MultiValueMap<String, String> form;
    private final CaseView view;
    private final ZoneId zone;
    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    private CommandReader(MultiValueMap<String, String> form, CaseView view, ZoneId zone) {
        this.form = form;
        this.view = view;
        this.zone = zone;
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
        if (!reader.wrong.isEmpty()) {
            throw new InvalidInput(reader.wrong);
        }
        return command;
    }

    /** Fen as people type yuan. */
    static String yuan(long fen) {
        return BigDecimal.valueOf(fen, FEN_DIGITS).toPlainString();
    }

    private Command command(CaseCommand kind) {
        return switch (kind) {
            case ACCEPT -> new Command.Accept(promises());
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
            case ANNOUNCE_HEARING ->
                new Command.AnnounceHearing(requiredDay("heldOn"), text("place"), required("presider"));
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
            case WITHDRAW -> new Command.Withdraw(text("reason"));
            case TERMINATE -> new Command.Terminate(text("reason"));
            case HAND_OVER -> new Command.HandOver(required("to"));
            case CORRECT -> new Command.Correct(number("event"), text("reason"), replacement());
            case VOID -> new Command.MarkVoid(text("reason"));
            case CUSTODY ->
                new Command.MoveCustody(
                        required("material"),
                        text("bag"),
                        number("pages"),
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

    private List<Command.Promise> promises() {
        List<Command.Promise> promises = new ArrayList<>();
        for (String material : all("documentsToFollow")) {
            LocalDate day = day("documentsToFollow:" + material);
            if (day == null) {
                wrong.add(InvalidInput.Field.of("/documentsToFollow", "required"));
            } else {
                promises.add(new Command.Promise(material, day));
            }
        }
        return promises;
    }

    private List<Command.Point> points() {
        List<Command.Point> points = new ArrayList<>();
        for (String material : all("points")) {
            String problem = text("points:" + material);
            points.add(new Command.Point(material, problem == null ? "" : problem));
        }
        return points;
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

    private List<String> all(String name) {
        return form.getOrDefault(name, List.of());
    }

    private @Nullable String text(String name) {
        String typed = form.getFirst(name);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private String required(String name) {
        String typed = text(name);
        if (typed == null) {
            wrong.add(InvalidInput.Field.of("/" + name, "required"));
            return "";
        }
        return typed;
    }

    private int number(String name) {
        if (text(name) == null) {
            wrong.add(InvalidInput.Field.of("/" + name, "required"));
            return 0;
        }
        Integer read = optionalNumber(name);
        return read == null ? 0 : read;
    }

    private @Nullable Integer optionalNumber(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException notANumber) {
            wrong.add(InvalidInput.Field.of("/" + name, "integer"));
            return 0;
        }
    }

    private @Nullable LocalDate day(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            wrong.add(InvalidInput.Field.of("/" + name, "day"));
            return null;
        }
    }

    /** An instant as the hall's clock showed it. */
    private @Nullable Instant instant(String name) {
        String typed = text(name);
        if (typed == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed).atZone(zone).toInstant();
        } catch (DateTimeParseException notATime) {
            wrong.add(InvalidInput.Field.of("/" + name, "instant"));
            return null;
        }
    }

    private LocalDate requiredDay(String name) {
        required(name);
        LocalDate day = day(name);
        return day == null ? LocalDate.EPOCH : day;
    }

    private long fen(String name) {
        String typed = required(name);
        try {
            BigDecimal yuan = new BigDecimal(typed.isEmpty() ? "0" : typed);
            if (yuan.precision() - yuan.scale() <= MOST_YUAN_DIGITS) {
                return yuan.movePointRight(FEN_DIGITS).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException notAnAmount) {
            wrong.add(InvalidInput.Field.of("/" + name, "number"));
            return 0;
        }
        wrong.add(InvalidInput.Field.of("/" + name, "number"));
        return 0;
    }

    private <E extends Enum<E>> E constant(E[] values, String name) {
        String typed = text(name);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(
                            typed == null
                                    ? InvalidInput.Field.of("/" + name, "required")
                                    : InvalidInput.Field.of("/" + name, "choice", Arrays.toString(values)));
                    return values[0];
                });
    }
}
