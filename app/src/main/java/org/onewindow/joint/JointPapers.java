package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseNumber;
import org.onewindow.cases.CentrePapers;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Remedies;
import org.onewindow.documents.AcceptanceNotice;
import org.onewindow.documents.CaseFacts;
import org.onewindow.documents.Days;
import org.onewindow.documents.DeemedAcceptanceVoucher;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.DocumentModel;
import org.onewindow.documents.Documents;
import org.onewindow.documents.Head;
import org.onewindow.documents.JointNotice;
import org.onewindow.documents.JointPlanPaper;
import org.onewindow.documents.JointReceipt;
import org.onewindow.documents.JointResult;
import org.onewindow.documents.MaterialLine;
import org.onewindow.documents.NonAcceptanceDecision;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.documents.PromisedPaper;
import org.onewindow.documents.Remedy;
import org.onewindow.documents.WithdrawalConfirmation;
import org.onewindow.http.Texts;
import org.onewindow.joint.model.JointEvent;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
import org.onewindow.joint.model.ThemeRules;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.parties.Parties;
import org.springframework.stereotype.Service;

/** The door to the papers of joint applications. */
@Service
public class JointPapers {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;
    private static final String SEPARATOR = "、";

    private final Documents documents;
    private final CentrePapers papers;
    private final JointReading reading;
    private final JointScenes scenes;
    private final JointHistories histories;
    private final MemberCases members;
    private final Catalogue catalogue;
    private final Parties parties;
    private final StaffDirectory staff;
    private final Divisions divisions;
    private final Texts texts;
    private final CentreTime time;

    JointPapers(
            Documents documents,
            CentrePapers papers,
            JointReading reading,
            JointScenes scenes,
            JointHistories histories,
            MemberCases members,
            Catalogue catalogue,
            Parties parties,
            StaffDirectory staff,
            Divisions divisions,
            Texts texts,
            CentreTime time) {
        this.documents = documents;
        this.papers = papers;
        this.reading = reading;
        this.scenes = scenes;
        this.histories = histories;
        this.members = members;
        this.catalogue = catalogue;
        this.parties = parties;
        this.staff = staff;
        this.divisions = divisions;
        this.texts = texts;
        this.time = time;
    }

    /** A paper of an application; {@code id}: to ask for it by. */
    public record PaperView(String id, DocumentKind kind, int running, Instant at) {}

    /** All kept papers of an application, oldest first; none for who doesn't see the whole. */
    public List<PaperView> list(Actor actor, String number) {
        JointFile file = reading.seen(actor, number);
        return JointRules.seesAll(actor, file) ? list(file) : List.of();
    }

    private static List<PaperView> list(JointFile file) {
        List<PaperView> list = new ArrayList<>();
        list.add(view(DocumentKind.JOINT_RECEIPT, 1, file.receivedAt()));
        for (int i = 0; i < file.notices().size(); i++) {
            list.add(
                    view(DocumentKind.JOINT_NOTICE, i + 1, file.notices().get(i).at()));
        }
        JointFile.Acceptance acceptance = file.acceptance();
        if (acceptance != null) {
            list.add(view(
                    acceptance.deemed() ? DocumentKind.DEEMED_ACCEPTANCE : DocumentKind.ACCEPTANCE_NOTICE,
                    1,
                    acceptance.at()));
        }
        Instant endedAt = file.endedAt();
        if (endedAt != null) {
            list.add(view(atTheEnd(file.state()), 1, endedAt));
        }
        return list;
    }

    private static DocumentKind atTheEnd(JointState state) {
        return switch (state) {
            case COMPLETED -> DocumentKind.JOINT_RESULT;
            case NOT_ACCEPTED -> DocumentKind.NON_ACCEPTANCE;
            case WITHDRAWN -> DocumentKind.WITHDRAWAL_CONFIRMATION;
            case RECEIVED, AWAITING_SUPPLEMENT, ACCEPTED -> throw Bug.found("an end that is none: " + state);
        };
    }

    private static PaperView view(DocumentKind kind, int running, Instant at) {
        return new PaperView(kind.template() + "-" + running, kind, running, at);
    }

    /**
     * A paper as PDF, for looking at.
     *
     * @throws NotFound the application has no such paper
     * @throws NotAllowed the actor doesn't see the whole
     */
    public Pdf look(Actor actor, String number, String id) {
        JointFile file = whole(actor, number);
        PaperView paper = paper(file, id);
        return documents.pdf(key(file, paper), () -> model(file, paper), Paper.A4);
    }

    /** The same for printing: from the second print on it is marked as a reprint (C8). */
    public Pdf print(Actor actor, String number, String id) {
        JointFile file = whole(actor, number);
        PaperView paper = paper(file, id);
        return documents.print(key(file, paper), () -> model(file, paper), Paper.A4);
    }

    private JointFile whole(Actor actor, String number) {
        JointFile file = reading.seen(actor, number);
        if (!JointRules.seesAll(actor, file)) {
            throw new NotAllowed("paper");
        }
        return file;
    }

    private static PaperView paper(JointFile file, String id) {
        return list(file).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("paper"));
    }

    private DocumentKey key(JointFile file, PaperView paper) {
        return DocumentKey.of(
                Centre.OURS, "joint/" + file.id(), paper.kind(), paper.running(), documentNumber(file, paper));
    }

    private String documentNumber(JointFile file, PaperView paper) {
        CaseNumber number = JointNumber.plain(file.number());
        return papers.number(paper.kind(), number.received().getYear(), number.serial(), paper.running());
    }

    private DocumentModel model(JointFile file, PaperView paper) {
        JointScene scene = scenes.of(file);
        return switch (paper.kind()) {
            case JOINT_RECEIPT -> receipt(scene, paper);
            case JOINT_NOTICE -> notice(scene, paper);
            case ACCEPTANCE_NOTICE -> acceptance(scene, paper);
            case DEEMED_ACCEPTANCE -> deemed(scene, paper);
            case NON_ACCEPTANCE -> refusal(scene, paper);
            case WITHDRAWAL_CONFIRMATION -> withdrawal(scene, paper);
            case JOINT_RESULT -> result(scene, paper);
            default -> throw Bug.found("no joint paper " + paper.kind());
        };
    }

    private Head head(JointScene scene, PaperView paper, String more) {
        return papers.head(
                documentNumber(scene.file(), paper),
                time.dayOf(paper.at()),
                divisions.findDepartment(scene.stage().leadDepartment()).orElse(null),
                paper.kind() == DocumentKind.JOINT_RESULT ? "decision" : "acceptance",
                "/track?n=" + scene.file().number() + more);
    }

    private CaseFacts facts(JointScene scene) {
        return facts(scene, title(scene));
    }

    /** The same, naming every item: what is decided about the whole is decided about each of them. */
    private CaseFacts wholeFacts(JointScene scene) {
        return facts(
                scene,
                texts.text(
                        PAPER,
                        "joint.paper.items",
                        title(scene),
                        scene.file().members().stream()
                                .map(member -> name(member.itemCode(), scene))
                                .collect(Collectors.joining(SEPARATOR))));
    }

    private String title(JointScene scene) {
        return texts.text(
                PAPER, "joint.graph.title", scene.theme().name(), scene.stage().name());
    }

    private CaseFacts facts(JointScene scene, String title) {
        JointFile file = scene.file();
        long applicant = file.application().applicant();
        Long representative = file.application().representative();
        return new CaseFacts(
                file.number(),
                scene.theme().code(),
                title,
                parties.details(applicant).name(),
                Objects.requireNonNull(parties.masked(List.of(applicant)).get(applicant))
                        .idNumber(),
                representative == null ? null : parties.details(representative).name());
    }

    private JointReceipt receipt(JointScene scene, PaperView paper) {
        JointFile file = scene.file();
        LivePlan plan = scenes.asReceived(file);
        List<String> inHand =
                file.application().materials().stream().map(HandedIn::name).toList();
        String code = members.queryCode(file.number(), file.application().querySalt());
        return new JointReceipt(
                head(scene, paper, "&code=" + code),
                facts(scene),
                file.receivedAt(),
                place(file.application().window()),
                staff.displayName(file.handler()),
                texts.text(PAPER, "PickUp." + file.application().pickUp()),
                file.members().stream()
                        .map(member -> new JointReceipt.Item(
                                name(member.itemCode(), scene),
                                departmentName(member.taken().department()),
                                member.taken().days(),
                                file.application().edges().stream()
                                        .filter(edge -> edge.to().equals(member.itemCode()))
                                        .map(edge -> name(edge.from(), scene))
                                        .collect(Collectors.joining(SEPARATOR))))
                        .toList(),
                lines(file.application().materials()),
                scene.lines().stream()
                        .filter(line -> line.isAsked() && line.necessity() == Necessity.REQUIRED)
                        .map(org.onewindow.joint.MaterialLine::name)
                        .filter(name -> !inHand.contains(name))
                        .toList(),
                code,
                scenes.answerBy(scene.lead(), time.dayOf(file.receivedAt())),
                plan.promisedDays(),
                plan.dueOn(),
                plan.provisional());
    }

    private JointNotice notice(JointScene scene, PaperView paper) {
        JointFile.Notice notice = scene.file().notices().get(paper.running() - 1);
        LocalDate servedOn = notice.servedOn();
        LocalDate from = servedOn == null ? time.dayOf(notice.at()) : servedOn;
        LocalDate dueOn = scene.calendar().workingDayAfter(from, notice.days());
        return new JointNotice(
                head(scene, paper, ""),
                facts(scene),
                scene.file().receivedAt(),
                notice.points().stream()
                        .map(point -> new JointNotice.Defect(
                                point.material(),
                                point.problem().isEmpty() ? texts.text(PAPER, "paper.missing") : point.problem(),
                                scene.lines().stream()
                                        .filter(line -> line.name().equals(point.material()))
                                        .flatMap(line -> line.neededBy().stream())
                                        .map(code -> name(code, scene))
                                        .collect(Collectors.joining(SEPARATOR))))
                        .toList(),
                Days.working(notice.days()),
                dueOn,
                scene.calendar().isProvisional(dueOn),
                staff.displayName(scene.file().handler()));
    }

    /** 受理通知书 for the whole (C4, J2): one acceptance for all items, with the binding date. */
    private AcceptanceNotice acceptance(JointScene scene, PaperView paper) {
        Said<JointEvent.Accepted> said = said(scene.file(), JointEvent.Accepted.class);
        LivePlan plan = scenes.asAccepted(scene, said.then());
        List<ItemVersion> items = items(scene.file());
        return new AcceptanceNotice(
                head(scene, paper, ""),
                wholeFacts(scene),
                said.then().papersOn(),
                said.event().effectiveOn(),
                Days.working(plan.promisedDays()),
                plan.dueOn(),
                cap(scene),
                capDueOn(scene, said.then()),
                plan.provisional(),
                scene.lead().legalBasis(),
                lines(said.then().materials()),
                said.event().toFollow().stream()
                        .map(promise -> new PromisedPaper(promise.material(), promise.dueOn()))
                        .toList(),
                items.stream()
                        .flatMap(item -> item.specialProcedures().stream())
                        .filter(ItemVersion.SpecialProcedure::stopsClock)
                        .map(procedure -> texts.text(
                                PAPER, "paper.procedure", procedure.name(), procedure.days(), procedure.unit()))
                        .distinct()
                        .toList(),
                items.stream()
                        .map(item -> item.fee().basis())
                        .filter(basis -> !basis.isBlank())
                        .distinct()
                        .collect(Collectors.joining(SEPARATOR)),
                staff.displayName(said.by()));
    }

    /** 视为受理凭证 for the whole (T4). */
    private DeemedAcceptanceVoucher deemed(JointScene scene, PaperView paper) {
        Said<JointEvent.Accepted> said = said(scene.file(), JointEvent.Accepted.class);
        LivePlan plan = scenes.asAccepted(scene, said.then());
        return new DeemedAcceptanceVoucher(
                head(scene, paper, ""),
                wholeFacts(scene),
                said.then().papersOn(),
                time.dayOf(paper.at()),
                said.event().effectiveOn(),
                Days.working(plan.promisedDays()),
                plan.dueOn(),
                cap(scene),
                capDueOn(scene, said.then()),
                plan.provisional(),
                scene.lead().isLicence()
                        ? texts.text(PAPER, "paper.deemed-basis")
                        : scene.lead().legalBasis());
    }

    /** The longest that law allows, where the stage is one licensing decision (J3). */
    private static @Nullable Days cap(JointScene scene) {
        return scene.stage().oneDecision() ? Days.working(ThemeRules.CAP_DAYS) : null;
    }

    private @Nullable LocalDate capDueOn(JointScene scene, JointFile then) {
        JointFile.Acceptance acceptance = Objects.requireNonNull(then.acceptance());
        return scene.stage().oneDecision()
                ? scenes.calendarAt(acceptance.at()).workingDayAfter(acceptance.startDay(), ThemeRules.CAP_DAYS)
                : null;
    }

    /** 不受理通知书 or 不予受理决定书 for the whole, with reason, basis and remedy (C4). */
    private NonAcceptanceDecision refusal(JointScene scene, PaperView paper) {
        JointEvent.Refused refused =
                said(scene.file(), JointEvent.Refused.class).event();
        Remedies remedies = catalogue.remedies(scene.lead());
        return new NonAcceptanceDecision(
                head(scene, paper, ""),
                wholeFacts(scene),
                time.dayOf(scene.file().receivedAt()),
                NonAcceptanceDecision.Ground.valueOf(refused.ground().name()),
                refused.reason(),
                refused.legalBasis(),
                refused.competentBody(),
                new Remedy(
                        remedies.reconsiderationBody(),
                        remedies.reconsiderationDays(),
                        remedies.court(),
                        remedies.litigationMonths()));
    }

    /** 撤回申请确认书 for the whole (C10). */
    private WithdrawalConfirmation withdrawal(JointScene scene, PaperView paper) {
        Said<JointEvent.Withdrawn> said = said(scene.file(), JointEvent.Withdrawn.class);
        return new WithdrawalConfirmation(
                head(scene, paper, ""),
                wholeFacts(scene),
                time.dayOf(scene.file().receivedAt()),
                paper.at(),
                said.event().reason(),
                said.then().inHand(),
                staff.displayName(said.by()));
    }

    /** An event a paper follows from, who gave it, and the application as it was right after. */
    private record Said<E extends JointEvent>(E event, String by, JointFile then) {}

    private <E extends JointEvent> Said<E> said(JointFile file, Class<E> type) {
        JointFile then = null;
        for (JointFile.Recorded recorded : histories.recorded(file.id())) {
            then = then == null ? JointFile.begin(file.id(), recorded) : then.after(recorded);
            if (type.isInstance(recorded.event())) {
                return new Said<>(type.cast(recorded.event()), recorded.actor(), then);
            }
        }
        throw Bug.found("no " + type.getSimpleName() + " in " + file.number());
    }

    private List<ItemVersion> items(JointFile file) {
        return file.members().stream()
                .map(member ->
                        catalogue.version(member.itemCode(), member.taken().itemVersion()))
                .toList();
    }

    private static List<MaterialLine> lines(List<HandedIn> materials) {
        return materials.stream()
                .map(one -> new MaterialLine(
                        one.name(), MaterialLine.Form.valueOf(one.form().name()), one.copies(), one.pages(), ""))
                .toList();
    }

    private JointResult result(JointScene scene, PaperView paper) {
        JointFile file = scene.file();
        LocalDate endedOn = time.dayOf(paper.at());
        JointFile.Acceptance acceptance = Objects.requireNonNull(file.acceptance());
        return new JointResult(
                head(scene, paper, ""),
                facts(scene),
                time.dayOf(file.receivedAt()),
                acceptance.effectiveOn(),
                endedOn,
                scene.stage().oneSeal(),
                file.members().stream()
                        .map(member -> new JointResult.Item(
                                name(member.itemCode(), scene),
                                departmentName(member.taken().department()),
                                member.taken().caseNumber(),
                                texts.text(PAPER, "joint.progress." + member.progress()),
                                member.progress() == MemberProgress.GRANTED
                                        ? Objects.requireNonNull(scene.cases().get(member.itemCode()))
                                                .item()
                                                .result()
                                        : "",
                                Objects.requireNonNullElse(member.endedOn(), endedOn)))
                        .toList());
    }

    private static String name(String itemCode, JointScene scene) {
        MemberCase member = scene.cases().get(itemCode);
        return member == null ? itemCode : member.item().name();
    }

    private String place(String window) {
        return divisions
                .findWindow(window)
                .map(found -> found.number() + " " + found.name())
                .orElse(window);
    }

    private String departmentName(String code) {
        return divisions.findDepartment(code).map(Department::shortName).orElse(code);
    }

    /** The plan, for those who see the whole. Not kept: it is another one whenever anything moves. */
    public Pdf plan(JointView view) {
        LivePlan plan = view.plan();
        if (plan == null) {
            throw new NotAllowed("plan");
        }
        Map<String, String> names = view.members().stream()
                .collect(Collectors.toMap(JointView.MemberView::itemCode, JointView.MemberView::name));
        return documents.passing(
                new JointPlanPaper(
                        papers.head(
                                view.number(),
                                time.today(),
                                divisions
                                        .findDepartment(view.stage().leadDepartment())
                                        .orElse(null),
                                "/"),
                        view.number(),
                        texts.text(
                                PAPER,
                                "joint.graph.title",
                                view.theme().name(),
                                view.stage().name()),
                        texts.text(PAPER, "JointState." + view.state().name()),
                        plan.promisedDays(),
                        plan.members().stream().mapToInt(LivePlan.Line::days).sum(),
                        plan.dueOn(),
                        plan.endsOn(),
                        plan.criticalPath().stream()
                                .map(code -> names.getOrDefault(code, code))
                                .toList(),
                        view.members().stream()
                                .map(member -> row(member, plan.line(member.itemCode()), view, names))
                                .toList(),
                        plan.provisional()),
                Paper.A4);
    }

    private JointPlanPaper.Row row(
            JointView.MemberView member, LivePlan.Line line, JointView view, Map<String, String> names) {
        List<String> after = view.edges().stream()
                .filter(edge -> edge.to().equals(member.itemCode()))
                .map(edge -> names.getOrDefault(edge.from(), edge.from()))
                .toList();
        return new JointPlanPaper.Row(
                member.name(),
                departmentName(member.department()),
                texts.text(PAPER, "joint.progress." + member.progress().name()),
                line.days(),
                line.startsOn(),
                line.endsOn(),
                line.latestEndsOn(),
                line.slack(),
                line.critical(),
                after);
    }
}
