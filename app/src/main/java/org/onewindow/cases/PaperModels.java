package org.onewindow.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseDocuments;
import org.onewindow.cases.model.CaseDocuments.CaseDocument;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Evolution;
import org.onewindow.cases.model.Papers;
import org.onewindow.cases.model.Recorded;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.ItemType;
import org.onewindow.catalogue.ItemVersion.SpecialProcedure;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Remedies;
import org.onewindow.documents.AcceptanceNotice;
import org.onewindow.documents.CaseFacts;
import org.onewindow.documents.CommitmentLetter;
import org.onewindow.documents.Days;
import org.onewindow.documents.DecisionPaper;
import org.onewindow.documents.DeemedAcceptanceVoucher;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.DocumentModel;
import org.onewindow.documents.DocumentNumbers;
import org.onewindow.documents.DocumentsToFollowPromise;
import org.onewindow.documents.ExtensionNotice;
import org.onewindow.documents.Head;
import org.onewindow.documents.HearingNotice;
import org.onewindow.documents.HearingRightsNotice;
import org.onewindow.documents.MaterialLine;
import org.onewindow.documents.NonAcceptanceDecision;
import org.onewindow.documents.PickUpRecord;
import org.onewindow.documents.PromisedPaper;
import org.onewindow.documents.PuttingRightOrder;
import org.onewindow.documents.ReceiptPaper;
import org.onewindow.documents.Remedy;
import org.onewindow.documents.RevocationPaper;
import org.onewindow.documents.ServiceRecord;
import org.onewindow.documents.SpecialProcedureNotice;
import org.onewindow.documents.SupplementNotice;
import org.onewindow.documents.TerminationNotice;
import org.onewindow.documents.WithdrawalConfirmation;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;
import org.springframework.stereotype.Component;

/** Fills the papers of a case with what was known when the command was given. Papers are Chinese, whatever the page is. */
@Component
class PaperModels {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final CentrePapers papers;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final Parties parties;
    private final QueryCodes codes;
    private final CentreCalendar calendar;
    private final CentreTime time;
    private final Texts texts;

    PaperModels(
            CentrePapers papers,
            Catalogue catalogue,
            Divisions divisions,
            StaffDirectory staff,
            Parties parties,
            QueryCodes codes,
            CentreCalendar calendar,
            CentreTime time,
            Texts texts) {
        this.papers = papers;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.staff = staff;
        this.parties = parties;
        this.codes = codes;
        this.calendar = calendar;
        this.time = time;
        this.texts = texts;
    }

    /** A paper's number, derived from the case's (C11): nothing is counted. */
    String number(CaseFile file, CaseDocument paper) {
        CaseNumber number = CaseNumber.parse(file.number()).orElseThrow(() -> Bug.found("number " + file.number()));
        return DocumentNumbers.of(
                papers.word(), paper.kind(), number.received().getYear(), number.serial(), paper.running());
    }

    DocumentModel of(CaseFile file, List<Recorded> history, CaseDocument paper) {
        ItemVersion item = catalogue.version(file.itemCode(), file.itemVersion());
        Recorded recorded = history.get(paper.event() - 1);
        CaseFile then = Evolution.begin(file.id(), history.getFirst(), item, file.edition());
        CaseFile before = then;
        for (Recorded next : history.subList(1, paper.event())) {
            before = then;
            then = Evolution.evolve(then, next, item);
        }
        return new Sheet(then, before, history, recorded, paper, item).model();
    }

    /** One paper being filled. */
    private final class Sheet {

        private final CaseFile file;
        private final CaseFile before;
        private final List<Recorded> history;
        private final Recorded recorded;
        private final CaseDocument paper;
        private final ItemVersion item;
        private final WorkingCalendar edition;
        private final List<ClockReading> clocks;

        private Sheet(
                CaseFile file,
                CaseFile before,
                List<Recorded> history,
                Recorded recorded,
                CaseDocument paper,
                ItemVersion item) {
            this.file = file;
            this.before = before;
            this.history = history;
            this.recorded = recorded;
            this.paper = paper;
            this.item = item;
            // A paper made later says what was known when the command was given (T1).
            this.edition = calendar.at(recorded.happenedAt());
            this.clocks = CaseClocks.read(file, item, edition, time, recorded.happenedAt());
        }

        private DocumentModel model() {
            return switch (recorded.event()) {
                case CaseEvent.Received _ ->
                    paper.kind() == DocumentKind.COMMITMENT_LETTER ? commitmentLetter() : receipt();
                case CaseEvent.SupplementRequested event -> supplement(event);
                case CaseEvent.Accepted event ->
                    event.deemed()
                            ? deemed(event)
                            : paper.kind() == DocumentKind.DOCUMENTS_TO_FOLLOW_PROMISE
                                    ? promise(event)
                                    : acceptance(event);
                case CaseEvent.Refused event -> refusal(event);
                case CaseEvent.Suspended event -> suspension(event);
                case CaseEvent.Extended event -> extension(event);
                case CaseEvent.PartiesTold event -> hearingRights(event);
                case CaseEvent.HearingAnnounced event -> hearing(event);
                case CaseEvent.Decided event ->
                    decision(event.outcome() == Command.DecisionOutcome.GRANTED, event.reason());
                case CaseEvent.ResultRecorded event ->
                    decision(event.outcome() == Command.DecisionOutcome.GRANTED, event.reason());
                case CaseEvent.CommitmentChecked event -> puttingRight(event);
                case CaseEvent.Revoked event -> revocation(event);
                case CaseEvent.Terminated event -> termination(event);
                case CaseEvent.Withdrawn event -> withdrawal(event);
                case CaseEvent.Delivered event -> pickUp(event);
                case CaseEvent.Served event -> service(event);
                default -> throw Bug.found("no paper follows from " + recorded.event());
            };
        }

        private ReceiptPaper receipt() {
            CaseFile accepted = Evolution.evolve(
                    file,
                    new Recorded(
                            file.version() + 1,
                            recorded.actor(),
                            null,
                            null,
                            recorded.happenedAt(),
                            recorded.on(),
                            new CaseEvent.Accepted(recorded.on(), recorded.on(), false, List.of(), null)),
                    item);
            ClockReading promise =
                    clock(CaseClocks.read(accepted, item, edition, time, recorded.happenedAt()), ClockKind.COMMITTED);
            ClockReading answer = clock(clocks, ClockKind.ACCEPTANCE);
            return new ReceiptPaper(
                    head("acceptance", address() + "&code=" + codes.code(file)),
                    facts(),
                    recorded.happenedAt(),
                    channel(),
                    place(),
                    name(recorded.actor()),
                    materials(),
                    Papers.missing(item, Papers.Circumstances.of(file)),
                    codes.code(file),
                    new ReceiptPaper.Promise(
                            false,
                            due(answer),
                            Days.working(item.committedDays()),
                            due(promise),
                            promise.provisional()));
        }

        private SupplementNotice supplement(CaseEvent.SupplementRequested event) {
            LocalDate from = event.servedOn() == null ? recorded.on() : event.servedOn();
            LocalDate dueOn = edition.workingDayAfter(from, event.days());
            return new SupplementNotice(
                    head("acceptance", address()),
                    facts(),
                    file.receivedAt(),
                    event.points().stream()
                            .map(point -> new SupplementNotice.Defect(
                                    point.material(),
                                    point.problem().isEmpty() ? text("paper.missing") : point.problem()))
                            .toList(),
                    Days.working(event.days()),
                    dueOn,
                    edition.isProvisional(dueOn),
                    item.legalBasis(),
                    event.returnsPapers(),
                    item.endsOnMissingSupplement(),
                    event.authorisation(),
                    name(recorded.actor()));
        }

        private AcceptanceNotice acceptance(CaseEvent.Accepted event) {
            ClockReading promise = clock(clocks, ClockKind.COMMITTED);
            ClockReading statutory = find(ClockKind.STATUTORY);
            return new AcceptanceNotice(
                    head("acceptance", address()),
                    facts(),
                    before.papersOn(),
                    event.effectiveOn(),
                    Days.working(CaseClocks.promisedDays(file, item)),
                    due(promise),
                    statutoryDays(),
                    statutory == null ? null : statutory.dueOn(),
                    promise.provisional(),
                    item.legalBasis(),
                    materials(),
                    event.toFollow().stream()
                            .map(paper -> new PromisedPaper(paper.material(), paper.dueOn()))
                            .toList(),
                    item.specialProcedures().stream()
                            .filter(SpecialProcedure::stopsClock)
                            .map(procedure -> texts.text(
                                    PAPER, "paper.procedure", procedure.name(), procedure.days(), procedure.unit()))
                            .toList(),
                    item.fee().basis(),
                    name(recorded.actor()));
        }

        private DeemedAcceptanceVoucher deemed(CaseEvent.Accepted event) {
            ClockReading promise = clock(clocks, ClockKind.COMMITTED);
            ClockReading statutory = find(ClockKind.STATUTORY);
            return new DeemedAcceptanceVoucher(
                    head("acceptance", address()),
                    facts(),
                    before.papersOn(),
                    recorded.on(),
                    event.effectiveOn(),
                    Days.working(item.committedDays()),
                    due(promise),
                    statutoryDays(),
                    statutory == null ? null : statutory.dueOn(),
                    promise.provisional(),
                    item.isLicence() ? text("paper.deemed-basis") : item.legalBasis());
        }

        private DocumentsToFollowPromise promise(CaseEvent.Accepted event) {
            return new DocumentsToFollowPromise(
                    head("acceptance", address()),
                    facts(),
                    event.toFollow().stream()
                            .map(paper -> new PromisedPaper(paper.material(), paper.dueOn()))
                            .toList(),
                    item.grantMayPrecede(),
                    item.legalBasis());
        }

        private NonAcceptanceDecision refusal(CaseEvent.Refused event) {
            return new NonAcceptanceDecision(
                    head("acceptance", address()),
                    facts(),
                    file.receivedOn(),
                    NonAcceptanceDecision.Ground.valueOf(event.ground().name()),
                    event.reason(),
                    event.legalBasis(),
                    event.competentBody(),
                    remedy());
        }

        private SpecialProcedureNotice suspension(CaseEvent.Suspended event) {
            LocalDate from = event.servedOn() == null ? recorded.on() : event.servedOn();
            LocalDate endsOn = Objects.requireNonNull(
                    TimeLimits.statedEnd(new Exclusion(from, null, event.days(), event.unit()), edition));
            ClockReading promise = clock(clocks, ClockKind.COMMITTED);
            String basis = item.specialProcedures().stream()
                    .filter(procedure -> procedure.kind() == event.kind() && procedure.stopsClock())
                    .map(procedure -> Objects.requireNonNullElse(procedure.basis(), item.legalBasis()))
                    .findFirst()
                    .orElse(item.legalBasis());
            return new SpecialProcedureNotice(
                    head("acceptance", address()),
                    facts(),
                    acceptedOn(),
                    event.name(),
                    basis,
                    event.reason(),
                    new Days(event.days(), unit(event.unit())),
                    from,
                    endsOn,
                    due(promise),
                    promise.provisional(),
                    name(recorded.actor()));
        }

        private ExtensionNotice extension(CaseEvent.Extended event) {
            ClockReading earlier =
                    clock(CaseClocks.read(before, item, edition, time, recorded.happenedAt()), ClockKind.COMMITTED);
            ClockReading promise = clock(clocks, ClockKind.COMMITTED);
            ClockReading statutory = find(ClockKind.STATUTORY);
            return new ExtensionNotice(
                    head("acceptance", address()),
                    facts(),
                    acceptedOn(),
                    event.reason(),
                    item.isLicence() ? text("paper.extension-basis") : item.legalBasis(),
                    new Days(event.days(), unit(event.unit())),
                    due(earlier),
                    due(promise),
                    statutory == null ? null : statutory.dueOn(),
                    promise.provisional(),
                    text("paper.head"));
        }

        private HearingRightsNotice hearingRights(CaseEvent.PartiesTold event) {
            LocalDate until = edition.workingDayAfter(event.on(), CaseRules.HEARING_REQUEST_DAYS);
            return new HearingRightsNotice(
                    head("acceptance", address()),
                    facts(),
                    event.matter(),
                    Days.working(CaseRules.HEARING_REQUEST_DAYS),
                    until,
                    edition.isProvisional(until),
                    name(recorded.actor()));
        }

        private HearingNotice hearing(CaseEvent.HearingAnnounced event) {
            return new HearingNotice(
                    head("acceptance", address()),
                    facts(),
                    event.heldOn(),
                    event.startsAt(),
                    event.place(),
                    name(event.presider()),
                    history.subList(0, paper.event()).stream()
                            .map(Recorded::event)
                            .filter(CaseEvent.PartiesTold.class::isInstance)
                            .map(told -> ((CaseEvent.PartiesTold) told).matter())
                            .reduce("", (_, later) -> later),
                    name(recorded.actor()));
        }

        private DecisionPaper decision(boolean granted, String reason) {
            ClockReading delivery = find(ClockKind.DELIVERY);
            String examination = granted && reason.isBlank() ? grounds() : reason;
            return new DecisionPaper(
                    head("decision", address()),
                    facts(),
                    type(),
                    granted,
                    file.receivedOn(),
                    acceptedOn(),
                    examination,
                    item.legalBasis(),
                    granted ? item.result() : "",
                    granted ? item.validity() : "",
                    null,
                    delivery == null ? null : delivery.dueOn(),
                    remedy());
        }

        /** Why it is granted: on the applicant's commitment (C16), or for what the examination found. */
        private String grounds() {
            CaseFile.Commitment commitment = file.commitment();
            ItemVersion.Commitment terms = item.commitment();
            return commitment == null || terms == null
                    ? opinions()
                    : texts.text(PAPER, "paper.on-commitment", commitment.signedOn(), terms.basis(), terms.checkDays());
        }

        private String opinions() {
            List<String> opinions = new ArrayList<>();
            for (Recorded earlier : history.subList(0, recorded.version() - 1)) {
                if (earlier.event() instanceof CaseEvent.StepCompleted step
                        && !step.opinion().isBlank()) {
                    opinions.add(step.opinion());
                }
            }
            return opinions.isEmpty() ? text("paper.conditions-met") : String.join("\n", opinions);
        }

        private DecisionPaper.Type type() {
            if (item.type() == ItemType.LICENCE && item.name().contains(text("paper.registration"))) {
                return DecisionPaper.Type.REGISTRATION;
            }
            return DecisionPaper.Type.valueOf(item.type().name());
        }

        private CommitmentLetter commitmentLetter() {
            ItemVersion.Commitment terms = terms();
            return new CommitmentLetter(
                    head("acceptance", address()),
                    facts(),
                    terms.basis(),
                    item.legalBasis(),
                    item.conditions(),
                    item.materials().stream()
                            .filter(material -> material.necessity() != ItemVersion.Necessity.EXEMPT)
                            .filter(material -> Papers.applies(material, Papers.Circumstances.of(file)))
                            .map(ItemVersion.Material::name)
                            .filter(name -> !terms.standsInFor().contains(name))
                            .distinct()
                            .toList(),
                    terms.standsInFor(),
                    item.result(),
                    Days.working(terms.checkDays()),
                    Days.working(terms.putRightDays()));
        }

        private PuttingRightOrder puttingRight(CaseEvent.CommitmentChecked event) {
            ItemVersion.Commitment terms = terms();
            return new PuttingRightOrder(
                    head("decision", address()),
                    facts(),
                    commitment().signedOn(),
                    decisionNumber(),
                    decidedOn(),
                    event.opinion(),
                    Days.working(event.days() == null ? terms.putRightDays() : event.days()),
                    terms.basis(),
                    remedy());
        }

        private RevocationPaper revocation(CaseEvent.Revoked event) {
            String basis = terms().basis();
            return new RevocationPaper(
                    head("decision", address()),
                    facts(),
                    commitment().signedOn(),
                    decisionNumber(),
                    decidedOn(),
                    item.result(),
                    event.reason(),
                    item.isLicence() ? text("paper.revocation-basis") + "、" + basis : basis,
                    remedy());
        }

        private ItemVersion.Commitment terms() {
            return Objects.requireNonNull(item.commitment(), "BUG: a commitment its version doesn't allow");
        }

        private CaseFile.Commitment commitment() {
            return Objects.requireNonNull(file.commitment(), "BUG: no commitment to speak of");
        }

        private LocalDate decidedOn() {
            CaseFile.Decision decision = file.decision();
            return decision == null ? recorded.on() : decision.on();
        }

        private String decisionNumber() {
            return CaseDocuments.of(history, item).stream()
                    .filter(document -> document.kind() == DocumentKind.DECISION)
                    .map(document -> number(file, document))
                    .reduce((_, later) -> later)
                    .orElse("");
        }

        private TerminationNotice termination(CaseEvent.Terminated event) {
            List<CaseDocument> notices = CaseDocuments.of(history, item).stream()
                    .filter(document ->
                            document.kind() == DocumentKind.SUPPLEMENT_NOTICE && document.event() < recorded.version())
                    .toList();
            return new TerminationNotice(
                    head("decision", address()),
                    facts(),
                    event.notSupplied()
                            ? TerminationNotice.Cause.NOT_SUPPLEMENTED
                            : TerminationNotice.Cause.BASIS_FELL_AWAY,
                    event.reason().isBlank() ? text("paper.not-supplied") : event.reason(),
                    event.basis() == null ? item.legalBasis() : event.basis(),
                    before.openNotice().isPresent() && !notices.isEmpty() ? number(file, notices.getLast()) : null,
                    event.notSupplied() ? missedPeriod() : null,
                    returned(),
                    remedy());
        }

        /** The last day of the period that ran out: of the notice, else of the promise that wasn't kept (C10, C16). */
        private LocalDate missedPeriod() {
            ClockKind kind = before.openNotice().isPresent() ? ClockKind.SUPPLEMENT : ClockKind.DOCUMENTS_TO_FOLLOW;
            return CaseClocks.read(before, item, edition, time, recorded.happenedAt()).stream()
                    .filter(reading -> reading.kind() == kind)
                    .map(ClockReading::dueOn)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElse(recorded.on());
        }

        private WithdrawalConfirmation withdrawal(CaseEvent.Withdrawn event) {
            return new WithdrawalConfirmation(
                    head("acceptance", address()),
                    facts(),
                    file.receivedOn(),
                    recorded.happenedAt(),
                    event.reason(),
                    returned(),
                    name(recorded.actor()));
        }

        private List<String> returned() {
            return file.materials().stream().map(HandedIn::name).toList();
        }

        private PickUpRecord pickUp(CaseEvent.Delivered event) {
            PartyDetails recipient = parties.details(event.recipient());
            String applicant = parties.details(file.applicant()).name();
            return new PickUpRecord(
                    head("acceptance", address()),
                    facts(),
                    List.of(new PickUpRecord.Result(item.result(), decisionNumber(), 1)),
                    recipient.name(),
                    recipient.idNumber(),
                    recipient.name().equals(applicant),
                    PickUpRecord.Method.WINDOW,
                    recorded.happenedAt(),
                    name(recorded.actor()));
        }

        private ServiceRecord service(CaseEvent.Served event) {
            List<ServiceRecord.Served> served = CaseDocuments.of(history, item).stream()
                    .filter(document -> document.id().equals(event.document()))
                    .map(document -> new ServiceRecord.Served(
                            texts.text(PAPER, "DocumentKind." + document.kind().name()), number(file, document)))
                    .toList();
            return new ServiceRecord(
                    head("acceptance", address()),
                    facts(),
                    served,
                    event.method(),
                    event.at(),
                    nameOf(event.signer()),
                    event.relation(),
                    event.refusal(),
                    nameOf(event.witness()),
                    List.of(name(recorded.actor())));
        }

        private @Nullable String nameOf(@Nullable Long party) {
            return party == null ? null : parties.details(party).name();
        }

        // --- what they share ---

        private Head head(String seal, String path) {
            return papers.head(number(file, paper), recorded.on(), divisions.department(file.department()), seal, path);
        }

        private String address() {
            return "/track?n=" + file.number();
        }

        private CaseFacts facts() {
            PartyDetails applicant = parties.details(file.applicant());
            Long representative = file.representative();
            return new CaseFacts(
                    file.number(),
                    item.code(),
                    item.name(),
                    applicant.name(),
                    Objects.requireNonNull(
                                    parties.masked(List.of(file.applicant())).get(file.applicant()))
                            .idNumber(),
                    representative == null
                            ? null
                            : parties.details(representative).name());
        }

        private ReceiptPaper.Channel channel() {
            return switch (file.channel()) {
                case WINDOW, KIOSK, PHONE -> ReceiptPaper.Channel.WINDOW;
                case STATION -> ReceiptPaper.Channel.STATION;
                case ONLINE -> ReceiptPaper.Channel.ONLINE;
                case POST -> ReceiptPaper.Channel.POST;
            };
        }

        private String place() {
            String station = file.station();
            String window = file.window();
            if (station != null) {
                return divisions.find(station).map(Division::name).orElse(station);
            }
            return window == null
                    ? ""
                    : divisions
                            .findWindow(window)
                            .map(found -> found.number() + " " + found.name())
                            .orElse(window);
        }

        private List<MaterialLine> materials() {
            return file.materials().stream()
                    .map(paper -> new MaterialLine(
                            paper.name(),
                            MaterialLine.Form.valueOf(paper.form().name()),
                            paper.copies(),
                            paper.pages(),
                            ""))
                    .toList();
        }

        private Remedy remedy() {
            Remedies remedies = catalogue.remedies(item);
            return new Remedy(
                    remedies.reconsiderationBody(),
                    remedies.reconsiderationDays(),
                    remedies.court(),
                    remedies.litigationMonths());
        }

        private @Nullable Days statutoryDays() {
            StatutoryLimit limit = CaseClocks.statutoryLimit(item);
            return limit == null ? null : new Days(limit.limit(), unit(limit.unit()));
        }

        private LocalDate acceptedOn() {
            CaseFile.Acceptance acceptance = file.acceptance();
            return acceptance == null ? file.receivedOn() : acceptance.effectiveOn();
        }

        private @Nullable ClockReading find(ClockKind kind) {
            return clocks.stream()
                    .filter(reading -> reading.kind() == kind)
                    .findFirst()
                    .orElse(null);
        }

        private String name(String actor) {
            return staff.displayName(actor);
        }

        private String text(String key) {
            return texts.text(PAPER, key);
        }
    }

    private static ClockReading clock(List<ClockReading> clocks, ClockKind kind) {
        return clocks.stream()
                .filter(reading -> reading.kind() == kind)
                .findFirst()
                .orElseThrow(() -> Bug.found("no clock " + kind));
    }

    private static LocalDate due(ClockReading reading) {
        return Objects.requireNonNull(reading.dueOn(), "BUG: a paper without its date");
    }

    private static Days.Unit unit(Unit unit) {
        return Days.Unit.valueOf(unit.name());
    }
}
