package org.onewindow.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.CaseView.Progress;
import org.onewindow.cases.CaseView.StepView;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.desk.CommandForms.Known;
import org.onewindow.desk.DeskViews.Action;
import org.onewindow.desk.DeskViews.Blocked;
import org.onewindow.desk.DeskViews.CaseSheet;
import org.onewindow.desk.DeskViews.Clock;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.desk.DeskViews.Fact;
import org.onewindow.desk.DeskViews.Happening;
import org.onewindow.desk.DeskViews.Paper;
import org.onewindow.desk.DeskViews.Stage;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the case page: left what is known, in the middle what was and what can be done, right the clocks. */
@Component
class CasePages {

    /** Parts of an event's body that people read, in this order; none is personal (V3). */
    private static final List<String> TOLD =
            List.of("reason", "opinion", "legalBasis", "competentBody", "to", "bag", "method", "note");

    private final CaseReading reading;
    private final CommandForms forms;
    private final ClockWords clocks;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final PaperShelf papers;
    private final JointPlaces joint;
    private final Texts texts;
    private final JsonMapper json;

    CasePages(
            CaseReading reading,
            CommandForms forms,
            ClockWords clocks,
            Divisions divisions,
            StaffDirectory staff,
            PaperShelf papers,
            JointPlaces joint,
            Texts texts,
            JsonMapper json) {
        this.reading = reading;
        this.forms = forms;
        this.clocks = clocks;
        this.divisions = divisions;
        this.staff = staff;
        this.papers = papers;
        this.joint = joint;
        this.texts = texts;
        this.json = json;
    }

    CaseSheet sheet(Actor actor, CaseView view, Locale locale) {
        List<HistoryEntry> history = reading.history(actor, view.caseNumber());
        List<Document> documents = papers.of(actor, view, locale);
        Known known = new Known(documentChoices(documents), entries(history, locale));
        List<Action> actions = view.allowedToYou().stream()
                .map(command -> forms.action(command, view, known, locale))
                .toList();
        List<Blocked> held = held(view, locale);
        CaseView.CommitmentView commitment = view.commitment();
        return new CaseSheet(
                view.caseNumber(),
                "/desk/cases/" + view.caseNumber(),
                ClockWords.item(view.item(), locale),
                view.item().code(),
                view.item().version(),
                texts.text(locale, "desk.state." + view.state()),
                texts.text(locale, "desk.class." + view.item().handlingClass()),
                view.version(),
                ClockWords.leading(view.clocks())
                        .map(clock -> clock(clock, view, locale))
                        .orElse(null),
                held,
                held.isEmpty() ? waitsFor(view, locale) : null,
                view.allowed().contains(CaseCommand.NOT_ON_THE_SPOT),
                facts(view, locale),
                materials(view, locale),
                actions,
                blocked(view, locale),
                stages(view, locale),
                happenings(history, locale),
                view.clocks().stream()
                        .sorted(ClockWords.OPEN_FIRST)
                        .map(clock -> clock(clock, view, locale))
                        .toList(),
                documents,
                view.joint() == null ? null : joint.place(actor, view.joint(), view.caseNumber(), locale),
                commitment == null ? null : texts.text(locale, "desk.commitment." + commitment.state()));
    }

    /** Why the command that the case's state waits for can't be given yet; empty where it can, or where none is waited for. */
    private List<Blocked> held(CaseView view, Locale locale) {
        CaseCommand awaited = switch (view.state()) {
            case RECEIVED -> CaseCommand.ACCEPT;
            case DECIDED -> CaseCommand.COMPLETE;
            default -> null;
        };
        boolean another = view.allowedToYou().stream().anyMatch(CaseCommand::bringsForward);
        return awaited == null || another
                ? List.of()
                : view.blocked().stream()
                        .filter(one -> one.command() == awaited)
                        .map(one -> blocked(one, locale))
                        .toList();
    }

    /** Whose turn it is, where it isn't the viewer's; null where it is, or where nobody's. */
    private @Nullable String waitsFor(CaseView view, Locale locale) {
        if (view.allowedToYou().stream().anyMatch(CaseCommand::bringsForward)) {
            return null;
        }
        return view.steps().stream()
                .filter(step ->
                        step.progress() == Progress.CURRENT && !view.state().isEnd())
                .map(step -> texts.text(
                        locale, "desk.waits", step.step().name(), step.step().post()))
                .findFirst()
                .orElse(null);
    }

    private List<Fact> facts(CaseView view, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        MaskedParty applicant = view.applicant();
        facts.add(fact("applicant", applicant.name(), locale));
        facts.add(fact("idNumber", applicant.idNumber(), locale));
        if (applicant.phone() != null) {
            facts.add(fact("phone", applicant.phone(), locale));
        }
        view.coApplicants().forEach(other -> facts.add(fact("coApplicant", other.name(), locale)));
        MaskedParty representative = view.representative();
        if (representative != null) {
            facts.add(fact("representative", representative.name(), locale));
        }
        CaseView.CommitmentView commitment = view.commitment();
        if (commitment != null) {
            facts.add(fact(
                    "commitment",
                    texts.text(locale, "desk.commitment.signed", commitment.signedOn(), commitment.pages()),
                    locale));
        }
        facts.add(fact("received", clocks.moment(view.receivedAt(), locale), locale));
        facts.add(fact("channel", texts.text(locale, "desk.channel." + view.channel()), locale));
        String window = view.window();
        if (window != null) {
            facts.add(fact("window", window, locale));
        }
        facts.add(fact("department", departmentName(view.department()), locale));
        facts.add(fact("holder", staff.displayName(view.holder()), locale));
        facts.add(fact("firstInquiry", staff.displayName(view.firstInquiry()), locale));
        return facts;
    }

    private Fact fact(String key, String value, Locale locale) {
        return new Fact(texts.text(locale, "desk.fact." + key), value);
    }

    private String departmentName(String code) {
        return divisions.findDepartment(code).map(Department::shortName).orElse(code);
    }

    private List<Paper> materials(CaseView view, Locale locale) {
        return view.item().materials().stream()
                .map(material -> paper(material, view, locale))
                .toList();
    }

    private Paper paper(Material material, CaseView view, Locale locale) {
        List<HandedIn> handedIn = view.materials().stream()
                .filter(one -> one.name().equals(material.name()))
                .toList();
        String status;
        ItemVersion.Commitment terms = view.item().commitment();
        boolean coverable = false;
        if (!handedIn.isEmpty()) {
            status = "IN";
        } else if (view.missingMaterials().contains(material.name())) {
            status = "MISSING";
            coverable = terms != null
                    && !view.brokeCommitment()
                    && terms.standsInFor().contains(material.name());
        } else if (view.commitment() != null && view.commitment().standsInFor().contains(material.name())) {
            status = "COMMITTED";
        } else {
            status = material.necessity() == Necessity.EXEMPT ? "SHARED" : "NOT_NEEDED";
        }
        List<String> about = new ArrayList<>();
        about.add(texts.text(locale, "desk.paper." + status));
        if (coverable) {
            about.add(texts.text(locale, "desk.paper.coverable"));
        }
        if (!handedIn.isEmpty()) {
            HandedIn last = handedIn.getLast();
            about.add(texts.text(
                    locale,
                    "desk.paper.handed-in",
                    texts.text(locale, "desk.form." + last.form()),
                    last.copies(),
                    last.pages()));
        }
        if (!material.condition().isEmpty()) {
            about.add(material.condition());
        }
        return new Paper(material.name(), status, String.join(" · ", about), List.of());
    }

    private List<Blocked> blocked(CaseView view, Locale locale) {
        return view.blocked().stream().map(one -> blocked(one, locale)).toList();
    }

    private Blocked blocked(CaseView.Blocked one, Locale locale) {
        Texts.Reason reason = texts.reason(one.refusal(), locale);
        return new Blocked(forms.label(one.command(), locale), reason.rule(), reason.detail(), reason.whatNow());
    }

    private List<Stage> stages(CaseView view, Locale locale) {
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(
                "done",
                texts.text(locale, "desk.stage.received"),
                clocks.moment(view.receivedAt(), locale),
                staff.displayName(view.firstInquiry())));
        for (StepView step : view.steps()) {
            stages.add(stage(step, view, locale));
        }
        return stages;
    }

    private Stage stage(StepView step, CaseView view, Locale locale) {
        boolean over = view.state().isEnd();
        String tone = switch (step.progress()) {
            case DONE -> step.outcome() == Command.StepOutcome.FAIL ? "stopped" : "done";
            case CURRENT -> over ? "stopped" : "current";
            case TO_COME -> "to-come";
            case SKIPPED, WAIVED -> "to-come";
        };
        Instant ended = step.endedAt();
        String by = step.by();
        String when = ended == null ? dueOf(step, view, locale) : clocks.moment(ended, locale);
        return new Stage(
                tone,
                step.step().name(),
                switch (step.progress()) {
                    case SKIPPED -> texts.text(locale, "desk.stage.skipped");
                    case WAIVED -> texts.text(locale, "desk.stage.waived");
                    case DONE, CURRENT, TO_COME -> when;
                },
                by == null ? step.step().post() : step.step().post() + " · " + staff.displayName(by));
    }

    private @Nullable String dueOf(StepView step, CaseView view, Locale locale) {
        return view.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.STEP
                        && clock.reference().equals(step.step().code()))
                .findFirst()
                .map(ClockReading::dueAt)
                .map(due -> texts.text(locale, "desk.stage.due", clocks.moment(due, locale)))
                .orElse(null);
    }

    private List<Happening> happenings(List<HistoryEntry> history, Locale locale) {
        return history.reversed().stream()
                .map(entry -> new Happening(
                        entry.version(),
                        title(entry, locale),
                        clocks.moment(entry.happenedAt(), locale),
                        who(entry, locale),
                        details(entry, locale)))
                .toList();
    }

    private String title(HistoryEntry entry, Locale locale) {
        return texts.text(locale, "desk.event." + entry.type());
    }

    private String who(HistoryEntry entry, Locale locale) {
        String name =
                "system".equals(entry.actor()) ? texts.text(locale, "desk.system") : staff.displayName(entry.actor());
        return entry.window() == null ? name : name + " · " + entry.window();
    }

    private List<String> details(HistoryEntry entry, Locale locale) {
        JsonNode body = json.readTree(entry.body());
        Stream<String> coded = coded(entry.type(), body, locale).stream();
        Stream<String> committed = committed(body.path("commitment"), locale);
        Stream<String> points = body.path("points")
                .valueStream()
                .map(point -> point.path("material").asString("") + "："
                        + point.path("problem").asString(""));
        Stream<String> told =
                TOLD.stream().map(name -> body.path(name).asString("")).filter(text -> !text.isBlank());
        return Stream.of(coded, committed, points, told)
                .flatMap(Function.identity())
                .toList();
    }

    /** That it was accepted on a commitment, the papers it stands in for, and what shows that an earlier one is forgiven (C16). */
    private Stream<String> committed(JsonNode commitment, Locale locale) {
        if (commitment.isMissingNode()) {
            return Stream.empty();
        }
        List<String> papers = commitment
                .path("standsInFor")
                .valueStream()
                .map(name -> name.asString(""))
                .toList();
        String repair = commitment.path("repair").asString("");
        return Stream.of(
                        texts.text(
                                locale,
                                papers.isEmpty() ? "desk.commitment.accepted" : "desk.commitment.accepted.papers",
                                papers),
                        repair.isEmpty() ? "" : texts.text(locale, "desk.commitment.repaired", repair))
                .filter(words -> !words.isEmpty());
    }

    /** What an event says in constants. */
    private Optional<String> coded(String type, JsonNode body, Locale locale) {
        return switch (type) {
            case "case.custody-moved" ->
                Optional.of(texts.text(
                        locale,
                        "desk.custody.moved",
                        constant("CustodyAction", body.path("action"), locale),
                        body.path("material").asString(""),
                        body.path("pages").asInt(0)));
            case "case.commitment-checked" -> Optional.of(constant("CheckOutcome", body.path("outcome"), locale));
            case "case.spot-explained" -> Optional.of(constant("SpotGround", body.path("ground"), locale));
            case "case.reminded" ->
                Optional.of(texts.text(
                        locale,
                        "desk.reminded",
                        constant("ReminderWay", body.path("way"), locale),
                        clocks.moment(Instant.parse(body.path("at").asString("")), locale)));
            default -> Optional.empty();
        };
    }

    private String constant(String type, JsonNode value, Locale locale) {
        return texts.text(locale, "desk." + type + "." + value.asString(""));
    }

    private Clock clock(ClockReading clock, CaseView view, Locale locale) {
        return clocks.clock(clock, about(clock, view), locale);
    }

    private static String about(ClockReading clock, CaseView view) {
        return switch (clock.kind()) {
            case STEP ->
                view.item().steps().stream()
                        .filter(step -> step.code().equals(clock.reference()))
                        .map(step -> step.name())
                        .findFirst()
                        .orElse(clock.reference());
            case SPECIAL_PROCEDURE ->
                view.item().specialProcedures().stream()
                        .filter(procedure -> procedure.kind().name().equals(clock.reference()))
                        .map(procedure -> procedure.name())
                        .findFirst()
                        .orElse(clock.reference());
            case DOCUMENTS_TO_FOLLOW -> clock.reference();
            case ACCEPTANCE, COMMITTED, STATUTORY, SUPPLEMENT, FORWARDING, DELIVERY, COMMITMENT_CHECK, PUTTING_RIGHT ->
                "";
        };
    }

    private static Map<String, String> documentChoices(List<Document> documents) {
        Map<String, String> choices = new LinkedHashMap<>();
        documents.forEach(document -> choices.put(document.id(), document.title() + " " + document.when()));
        return choices;
    }

    /** Entries a correction may name; whether one may really be corrected, the door says (C12). */
    private Map<String, String> entries(List<HistoryEntry> history, Locale locale) {
        Map<String, String> choices = new LinkedHashMap<>();
        history.forEach(entry -> choices.put(
                String.valueOf(entry.version()),
                title(entry, locale) + " " + clocks.moment(entry.happenedAt(), locale)));
        return choices;
    }

    /** What was done, to be said on the page that follows. */
    String done(CaseCommand command, Locale locale) {
        return texts.text(locale, "desk.done", forms.label(command, locale));
    }
}
