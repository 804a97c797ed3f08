package org.onewindow.joint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.onewindow.cases.CentrePapers;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.Documents;
import org.onewindow.documents.JointPlanPaper;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotAllowed;
import org.springframework.stereotype.Service;

/** The door to the papers of joint applications. */
@Service
public class JointPapers {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final Documents documents;
    private final CentrePapers papers;
    private final Divisions divisions;
    private final Texts texts;
    private final CentreTime time;

    JointPapers(Documents documents, CentrePapers papers, Divisions divisions, Texts texts, CentreTime time) {
        this.documents = documents;
        this.papers = papers;
        this.divisions = divisions;
        this.texts = texts;
        this.time = time;
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
                divisions
                        .findDepartment(member.department())
                        .map(Department::shortName)
                        .orElse(member.department()),
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
