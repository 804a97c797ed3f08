package org.onewindow.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseNumber;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseSummary;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.desk.DeskViews.Filter;
import org.onewindow.desk.DeskViews.PlaceInGraph;
import org.onewindow.desk.DeskViews.Primary;
import org.onewindow.desk.DeskViews.WorkRow;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Inquiries;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Role;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done, least time left first, and how to get to a case one has the number of. */
@Controller
class WorklistController {

    /** Days before the end of their period at which an applicant is to be reminded of what is still missing (C10). */
    private static final int REMINDED_BEFORE = 2;

    private static final int LISTED = 50;

    /** Numbers of project files and joint applications: a case's behind a letter. */
    private static final Pattern PROJECT = Pattern.compile("[Pp]\\d[\\d-]+");

    private static final Pattern JOINT = Pattern.compile("[Ll]\\d[\\d-]+");

    /** The filters in the order of a case's life; the first narrows nothing. */
    private static final Map<String, Set<CaseState>> FILTERS = filters();

    private final CaseReading reading;
    private final JointPlaces joint;
    private final Inquiries inquiries;
    private final ClockWords clocks;
    private final Texts texts;

    WorklistController(CaseReading reading, JointPlaces joint, Inquiries inquiries, ClockWords clocks, Texts texts) {
        this.reading = reading;
        this.joint = joint;
        this.inquiries = inquiries;
        this.clocks = clocks;
        this.texts = texts;
    }

    private static Map<String, Set<CaseState>> filters() {
        Map<String, Set<CaseState>> filters = new java.util.LinkedHashMap<>();
        filters.put("all", Set.of());
        filters.put("received", Set.of(CaseState.RECEIVED));
        filters.put("supplement", Set.of(CaseState.AWAITING_SUPPLEMENT));
        filters.put("accepted", Set.of(CaseState.ACCEPTED));
        filters.put("suspended", Set.of(CaseState.SUSPENDED));
        filters.put("forwarded", Set.of(CaseState.FORWARDED));
        filters.put("decided", Set.of(CaseState.DECIDED));
        filters.put("completed", Set.of(CaseState.COMPLETED));
        // Delivered and still open: a commitment to check or to be put right (C16).
        filters.put("check", Set.of(CaseState.DELIVERED));
        return filters;
    }

    @GetMapping("/desk")
    String worklist(
            Actor actor,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        fill(actor, show, after, model, locale);
        model.addAttribute(
                "filters",
                FILTERS.keySet().stream()
                        .map(key -> new Filter(key, texts.text(locale, "desk.filter." + key), key.equals(show)))
                        .toList());
        List<Consultation> consultations = inquiries.open(actor, LISTED);
        long late = consultations.stream().filter(inquiries::isOverdue).count();
        model.addAttribute(
                "consultations",
                consultations.isEmpty()
                        ? null
                        : texts.text(
                                locale,
                                "desk.consult.waiting." + (late == 0 ? "count" : "late"),
                                consultations.size(),
                                late));
        model.addAttribute("mayReceive", actor.has(Role.CLERK) || actor.has(Role.AGENT));
        return "desk/worklist";
    }

    /** The rows alone, when something changed. */
    @GetMapping("/desk/rows")
    String rows(Actor actor, @RequestParam(defaultValue = "all") String show, Model model, Locale locale) {
        fill(actor, show, null, model, locale);
        return "desk/rows :: rows";
    }

    /** A case by its number, as printed or without hyphens; or the cases of an identity number, which stays out of addresses. */
    @PostMapping("/desk/find")
    String find(Actor actor, @RequestParam(defaultValue = "") String number, Model model, Locale locale) {
        String typed = number.strip();
        if (JOINT.matcher(typed).matches()) {
            return "redirect:/desk/joint/" + typed.toUpperCase(Locale.ROOT);
        }
        if (PROJECT.matcher(typed).matches()) {
            return "redirect:/desk/projects/" + typed.toUpperCase(Locale.ROOT);
        }
        if (CaseNumber.parse(typed).isPresent()) {
            return "redirect:/desk/cases/" + CaseNumber.parse(typed).orElseThrow();
        }
        model.addAttribute(
                "rows",
                typed.isEmpty()
                        ? List.of()
                        : rows(actor, reading.earlier(actor, typed.toUpperCase(Locale.ROOT), LISTED), locale));
        model.addAttribute("next", null);
        model.addAttribute("show", "all");
        return "desk/found";
    }

    private void fill(Actor actor, String show, @Nullable String after, Model model, Locale locale) {
        Set<CaseState> states = FILTERS.getOrDefault(show, Set.of());
        CaseQuery query = new CaseQuery(
                List.of(), List.of(), states, null, null, null, null, null, null, null, null, true, after);
        Page<CaseSummary> page = reading.list(actor, query, LISTED);
        model.addAttribute("rows", rows(actor, page.items(), locale));
        model.addAttribute("next", page.next());
        model.addAttribute("show", FILTERS.containsKey(show) ? show : "all");
    }

    private List<WorkRow> rows(Actor actor, List<CaseSummary> cases, Locale locale) {
        Map<String, String> whole = new HashMap<>();
        for (CaseSummary summary : cases) {
            String number = summary.joint();
            if (number != null) {
                whole.put(summary.caseNumber(), number);
            }
        }
        Map<String, PlaceInGraph> places = joint.places(actor, whole, locale);
        return cases.stream()
                .map(summary -> row(summary, places.get(summary.caseNumber()), locale))
                .toList();
    }

    private WorkRow row(CaseSummary summary, @Nullable PlaceInGraph place, Locale locale) {
        ClockReading clock = summary.clock();
        Step step = summary.step();
        String state = texts.text(locale, "desk.state." + summary.state());
        String page = "/desk/cases/" + summary.caseNumber();
        CaseCommand next = summary.next();
        return new WorkRow(
                summary.caseNumber(),
                summary.applicant().name(),
                ClockWords.item(summary.item(), locale),
                step == null ? state : step.name(),
                step == null ? "" : state,
                clock == null ? untimed(summary, locale) : clocks.timeLeft(clock, locale),
                next != null,
                next == null
                        ? new Primary(texts.text(locale, "desk.row.show"), page)
                        : new Primary(texts.text(locale, "desk.command." + next), page + "#do-" + next.word()),
                place,
                summary.commitment() == null ? null : texts.text(locale, "desk.commitment." + summary.commitment()));
    }

    /** Where no limit of ours runs, whom the case waits for; an applicant whose own period ends soon is to be reminded (C10). */
    private TimeLeft untimed(CaseSummary summary, Locale locale) {
        ClockReading supplement = summary.supplement();
        Instant until = supplement == null ? null : supplement.dueAt();
        String words = switch (summary.state()) {
            case AWAITING_SUPPLEMENT ->
                summary.reminded()
                        ? "desk.time.supplement.reminded"
                        : supplement != null && supplement.remainingDays() <= REMINDED_BEFORE
                                ? "desk.time.supplement.remind"
                                : "desk.time.supplement";
            case COMPLETED -> "desk.time.collection";
            default -> "desk.time.none";
        };
        return new TimeLeft(
                "none",
                texts.text(locale, words),
                null,
                until == null ? null : texts.text(locale, "desk.time.until", clocks.moment(until, locale)));
    }
}
