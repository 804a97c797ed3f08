package org.onewindow.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.MemberCase;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.desk.DeskViews.Action;
import org.onewindow.desk.DeskViews.Blocked;
import org.onewindow.desk.DeskViews.Document;
import org.onewindow.desk.DeskViews.Fact;
import org.onewindow.desk.DeskViews.Happening;
import org.onewindow.desk.DeskViews.JointRow;
import org.onewindow.desk.DeskViews.JointSheet;
import org.onewindow.desk.DeskViews.Paper;
import org.onewindow.desk.DeskViews.PlanSummary;
import org.onewindow.desk.DeskViews.Primary;
import org.onewindow.desk.DeskViews.SurveySheet;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.joint.GraphBoard;
import org.onewindow.joint.GraphBoards;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.JointHappening;
import org.onewindow.joint.JointReading;
import org.onewindow.joint.JointState;
import org.onewindow.joint.JointView;
import org.onewindow.joint.LivePlan;
import org.onewindow.joint.MaterialLine;
import org.onewindow.joint.Survey;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.parties.MaskedParty;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;

/** Makes the page of a joint application: the graph first, then what to do, what is known and what was. */
@Component
class JointPages {

    static final String ADDRESS = "/desk/joint/";

    private final JointReading reading;
    private final GraphBoards boards;
    private final JointForms forms;
    private final ClockWords clocks;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final JointShelf papers;
    private final Texts texts;

    JointPages(
            JointReading reading,
            GraphBoards boards,
            JointForms forms,
            ClockWords clocks,
            Divisions divisions,
            StaffDirectory staff,
            JointShelf papers,
            Texts texts) {
        this.reading = reading;
        this.boards = boards;
        this.forms = forms;
        this.clocks = clocks;
        this.divisions = divisions;
        this.staff = staff;
        this.papers = papers;
        this.texts = texts;
    }

    /** The graph; members lead to their pages where the viewer may open them. */
    GraphBoard board(Actor actor, JointView view, Locale locale) {
        return boards.of(
                view, member -> mayOpen(actor, view, member) ? "/desk/cases/" + member.caseNumber() : null, locale);
    }

    private static boolean mayOpen(Actor actor, JointView view, MemberCase member) {
        return actor.userName().equals(view.handler())
                || actor.postAt(Role.CLERK, member.window()).isPresent()
                || actor.posts().stream().anyMatch(post -> shows(post, member.department()));
    }

    private static boolean shows(Post post, String department) {
        return switch (post.role()) {
            case REVIEWER, APPROVER, HEAD -> department.equals(post.department());
            case LEADER, SUPERVISOR, MANAGER, ADMIN, CASHIER -> true;
            case CLERK, AGENT -> false;
        };
    }

    /**
     * How the whole stands against its promise; null where the viewer doesn't see the whole.
     *
     * @param promised the application as it is, whose promise holds whatever is tried out
     */
    @Nullable
    PlanSummary summary(JointView view, JointView promised, Locale locale) {
        LivePlan plan = view.plan();
        LivePlan real = promised.plan();
        if (plan == null || real == null) {
            return null;
        }
        return new PlanSummary(
                texts.day(real.dueOn(), locale),
                texts.day(plan.endsOn(), locale),
                texts.text(
                        locale,
                        "desk.joint.plan.length",
                        plan.promisedDays(),
                        plan.members().stream().mapToInt(LivePlan.Line::days).sum()),
                plan.endsOn().isAfter(real.dueOn()),
                plan.provisional() ? texts.text(locale, "desk.promise.provisional") : null);
    }

    JointSheet sheet(Actor actor, JointView view, Locale locale) {
        List<Action> actions = view.allowedToYou().stream()
                .map(command -> forms.action(command, view, locale))
                .toList();
        return new JointSheet(
                view.number(),
                ADDRESS + view.number(),
                view.theme().name(),
                view.stage().name(),
                texts.text(locale, "JointState." + view.state()),
                view.green(),
                view.project(),
                view.version(),
                view.whole(),
                ClockWords.leading(view.clocks())
                        .map(clock -> clocks.clock(clock, "", locale))
                        .orElse(null),
                held(view, locale),
                facts(view, locale),
                view.materials().stream().map(line -> paper(line, view, locale)).toList(),
                actions,
                view.blocked().stream().map(one -> blocked(one, locale)).toList(),
                view.whole() ? history(actor, view, locale) : List.of(),
                view.clocks().stream()
                        .sorted(ClockWords.OPEN_FIRST)
                        .map(clock -> clocks.clock(clock, "", locale))
                        .toList(),
                view.surveys().stream()
                        .map(survey -> survey(survey, view, locale))
                        .toList(),
                view.whole() ? papers.of(actor, view, locale) : List.<Document>of());
    }

    /** Why it can't be accepted yet, where that is what it waits for. */
    private List<Blocked> held(JointView view, Locale locale) {
        return view.state() != JointState.RECEIVED
                ? List.of()
                : view.blocked().stream()
                        .filter(one -> one.command() == JointCommand.Kind.ACCEPT)
                        .map(one -> blocked(one, locale))
                        .toList();
    }

    private Blocked blocked(JointView.Blocked one, Locale locale) {
        Texts.Reason reason = texts.reason(one.refusal(), locale);
        return new Blocked(forms.label(one.command(), locale), reason.rule(), reason.detail(), reason.whatNow());
    }

    private List<Fact> facts(JointView view, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        MaskedParty applicant = view.applicant();
        if (applicant != null) {
            facts.add(fact("applicant", applicant.name(), locale));
            facts.add(fact("idNumber", applicant.idNumber(), locale));
        }
        facts.add(fact("received", clocks.moment(view.receivedAt(), locale), locale));
        facts.add(fact("window", view.window(), locale));
        facts.add(new Fact(
                texts.text(locale, "desk.joint.lead"),
                departmentName(view.stage().leadDepartment())));
        facts.add(fact("firstInquiry", staff.displayName(view.handler()), locale));
        facts.add(new Fact(texts.text(locale, "desk.field.pickUp"), texts.text(locale, "PickUp." + view.pickUp())));
        return facts;
    }

    private Fact fact(String key, String value, Locale locale) {
        return new Fact(texts.text(locale, "desk.fact." + key), value);
    }

    private String departmentName(String code) {
        return divisions.findDepartment(code).map(Department::shortName).orElse(code);
    }

    private Paper paper(MaterialLine line, JointView view, Locale locale) {
        boolean in = view.handedIn().stream().anyMatch(one -> one.name().equals(line.name()));
        String status;
        if (in) {
            status = "IN";
        } else if (view.missing().contains(line.name())) {
            status = "MISSING";
        } else {
            status = line.necessity() == Necessity.EXEMPT && line.handedOn().isEmpty() ? "SHARED" : "NOT_NEEDED";
        }
        String from = line.handedOn().values().stream()
                .distinct()
                .map(code -> JointForms.nameOf(code, view))
                .reduce((one, other) -> one + "、" + other)
                .orElse(null);
        return new Paper(
                line.name(),
                status,
                from == null
                        ? texts.text(locale, "desk.paper." + status)
                        : texts.text(locale, "desk.joint.handed-on", from),
                line.neededBy().stream()
                        .map(code -> JointForms.nameOf(code, view))
                        .toList());
    }

    private List<Happening> history(Actor actor, JointView view, Locale locale) {
        return reading.happenings(actor, view.number()).reversed().stream()
                .map(happening -> happening(happening, view, locale))
                .toList();
    }

    private Happening happening(JointHappening happening, JointView view, Locale locale) {
        List<String> details = new ArrayList<>();
        happening.items().forEach(code -> details.add(JointForms.nameOf(code, view)));
        happening
                .points()
                .forEach(point -> details.add(texts.text(
                        locale, "desk.joint.point", point.material(), Objects.toString(point.problem(), ""))));
        happening.told().stream().filter(words -> !words.isBlank()).forEach(details::add);
        String name = "system".equals(happening.actor())
                ? texts.text(locale, "desk.system")
                : staff.displayName(happening.actor());
        return new Happening(
                happening.version(),
                texts.text(locale, "desk.event." + happening.type()),
                clocks.moment(happening.at(), locale),
                happening.window() == null ? name : name + " · " + happening.window(),
                details);
    }

    private SurveySheet survey(Survey survey, JointView view, Locale locale) {
        return new SurveySheet(
                clocks.moment(survey.at(), locale),
                survey.place(),
                survey.bodies().stream()
                        .map(body -> new Fact(
                                JointForms.nameOf(body.itemCode(), view),
                                String.join("、", body.staff()) + found(body.itemCode(), survey, locale)))
                        .toList(),
                !survey.findings().isEmpty());
    }

    private String found(String itemCode, Survey survey, Locale locale) {
        return survey.findings().stream()
                .filter(finding -> finding.itemCode().equals(itemCode))
                .findFirst()
                .map(finding -> " · "
                        + texts.text(locale, finding.fits() ? "desk.joint.fits" : "desk.joint.unfit")
                        + " · "
                        + finding.finding())
                .orElse("");
    }

    JointRow row(JointView view, Locale locale) {
        long ended = view.members().stream()
                .filter(member -> member.progress().isEnd())
                .count();
        Optional<ClockReading> leading = ClockWords.leading(view.clocks());
        Optional<JointCommand.Kind> next =
                view.allowedToYou().stream().filter(JointForms::bringsForward).findFirst();
        String page = ADDRESS + view.number();
        MaskedParty applicant = view.applicant();
        return new JointRow(
                view.number(),
                view.theme().name(),
                applicant == null ? "" : applicant.name(),
                view.whole()
                        ? texts.text(locale, "desk.joint.progress", ended, view.size())
                        : texts.text(locale, "desk.joint.part", view.members().size(), view.size()),
                texts.text(locale, "JointState." + view.state()),
                leading.map(clock -> clocks.timeLeft(clock, locale))
                        .orElseGet(() -> new TimeLeft("none", texts.text(locale, "desk.time.none"), null, null)),
                next.isPresent(),
                next.map(command -> new Primary(forms.label(command, locale), page + "#do-" + command.word()))
                        .orElseGet(() -> new Primary(texts.text(locale, "desk.row.show"), page)));
    }

    /** What was done, to be said on the page that follows. */
    String done(JointCommand.Kind command, Locale locale) {
        return texts.text(locale, "desk.done", forms.label(command, locale));
    }

    /** Days typed into “what if”, as far as they can be read. */
    static Map<String, Integer> days(Map<String, String> form) {
        Map<String, Integer> days = new java.util.LinkedHashMap<>();
        form.forEach((name, typed) -> {
            if (name.startsWith("days.") && typed.strip().matches("\\d{1,3}")) {
                days.put(name.substring("days.".length()), Integer.valueOf(typed.strip()));
            }
        });
        return days;
    }
}
