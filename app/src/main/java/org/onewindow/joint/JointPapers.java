package org.onewindow.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseNumber;
import org.onewindow.cases.CentrePapers;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.MemberCase;
import org.onewindow.cases.MemberCases;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.CaseFacts;
import org.onewindow.documents.Days;
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
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Texts;
import org.onewindow.joint.model.JointFile;
import org.onewindow.joint.model.JointRules;
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
    private final MemberCases members;
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
            MemberCases members,
            Parties parties,
            StaffDirectory staff,
            Divisions divisions,
            Texts texts,
            CentreTime time) {
        this.documents = documents;
        this.papers = papers;
        this.reading = reading;
        this.scenes = scenes;
        this.members = members;
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
        Instant endedAt = file.endedAt();
        if (file.state() == JointState.COMPLETED && endedAt != null) {
            list.add(view(DocumentKind.JOINT_RESULT, 1, endedAt));
        }
        return list;
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
        JointFile file = scene.file();
        long applicant = file.application().applicant();
        Long representative = file.application().representative();
        return new CaseFacts(
                file.number(),
                scene.theme().code(),
                texts.text(
                        PAPER,
                        "joint.graph.title",
                        scene.theme().name(),
                        scene.stage().name()),
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
                file.application().materials().stream()
                        .map(one -> new MaterialLine(
                                one.name(),
                                MaterialLine.Form.valueOf(one.form().name()),
                                one.copies(),
                                one.pages(),
                                ""))
                        .toList(),
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
