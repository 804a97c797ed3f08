package org.onewindow.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.FileReview;
import org.onewindow.supervision.FileReviews;
import org.onewindow.supervision.FileReviews.OneFile;
import org.onewindow.supervision.FileReviews.Wanted;
import org.onewindow.supervision.FileReviews.Whole;
import org.onewindow.supervision.ReviewChecklist;
import org.onewindow.supervision.ReviewedFile;
import org.onewindow.supervision.ReviewedFile.Deduction;
import org.onewindow.supervision.ReviewedFile.Grade;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** File reviews: drawing a sample, scoring each file against the checklist, objecting, concluding (S10). */
@Controller
class FileReviewPagesController {

    private static final int LISTED = 30;
    private static final int USUAL_SIZE = 10;
    private static final String HOME = "/supervision/reviews";

    private final FileReviews reviews;
    private final Divisions divisions;
    private final SupervisionWords words;
    private final CentreTime time;
    private final Texts texts;

    FileReviewPagesController(
            FileReviews reviews, Divisions divisions, SupervisionWords words, CentreTime time, Texts texts) {
        this.reviews = reviews;
        this.divisions = divisions;
        this.words = words;
        this.time = time;
        this.texts = texts;
    }

    /** A review in the list. */
    record ReviewRow(
            long id,
            String title,
            String period,
            String department,
            int size,
            int candidates,
            String state,
            String drawn) {}

    /** A file in a list. */
    record FileRow(
            long id,
            String number,
            String item,
            String department,
            String reviewer,
            String state,
            @Nullable Integer score,
            @Nullable String grade) {}

    /** A line of the report per department. */
    record ReportRow(
            String department, int files, int scored, String average, int excellent, int qualified, int unqualified) {}

    /** A point of the checklist, with what was taken off. */
    record PointRow(
            String code,
            String text,
            String basis,
            int points,
            boolean critical,
            boolean raises,
            String off,
            String reason) {}

    /** A part of the checklist. */
    record Group(String name, List<PointRow> points) {}

    /** Something that happened to the case. */
    record Happened(String what, String at, String who) {}

    // --- the list, and drawing ---

    @GetMapping(HOME)
    ModelAndView list(Actor actor, @RequestParam(required = false) @Nullable String after, Locale locale) {
        return list(actor, after, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView list(
            Actor actor, @Nullable String after, Map<String, ?> more, HttpStatus status, Locale locale) {
        ModelAndView page = new ModelAndView("supervision/reviews", more, status);
        List<ReviewedFile> mine = reviews.mine(actor);
        page.addObject("mine", mine.stream().map(file -> row(file, locale)).toList());
        boolean oversees = reviews.oversees(actor);
        boolean draws = actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER);
        if (oversees) {
            Page<FileReview> found = reviews.list(actor, after, LISTED);
            page.addObject(
                    "reviews",
                    found.items().stream().map(review -> row(review, locale)).toList());
            page.addObject("next", found.next() == null ? null : HOME + "?after=" + found.next());
        }
        page.addObject("oversees", oversees);
        page.addObject("draws", draws);
        if (draws) {
            Map<String, String> departments = new LinkedHashMap<>();
            departments.put("", texts.text(locale, "supervision.review.every-department"));
            for (Department department : divisions.departments()) {
                departments.put(department.code(), words.department(department.code(), locale));
            }
            page.addObject("departments", departments);
            if (!more.containsKey("form")) {
                LocalDate yesterday = time.today().minusDays(1);
                page.addObject(
                        "form",
                        Map.of(
                                "from",
                                yesterday.withDayOfMonth(1).toString(),
                                "to",
                                yesterday.toString(),
                                "size",
                                Integer.toString(USUAL_SIZE),
                                "department",
                                ""));
            }
        }
        return page;
    }

    private ReviewRow row(FileReview review, Locale locale) {
        String department = review.department();
        return new ReviewRow(
                review.id(),
                review.title(),
                texts.text(locale, "supervision.review.period", review.from(), review.to()),
                department == null
                        ? texts.text(locale, "supervision.review.every-department")
                        : words.department(department, locale),
                review.size(),
                review.candidates(),
                texts.text(locale, "supervision.review.state." + review.state()),
                words.moment(review.drawnAt(), locale));
    }

    private FileRow row(ReviewedFile file, Locale locale) {
        String reviewer = file.scoredBy() == null ? file.reviewer() : file.scoredBy();
        Grade grade = file.grade();
        return new FileRow(
                file.id(),
                file.caseNumber(),
                words.item(file.itemCode(), locale),
                words.department(file.department(), locale),
                reviewer == null
                        ? texts.text(locale, "supervision.review.any-reviewer")
                        : words.person(reviewer, locale),
                texts.text(locale, "supervision.review.file." + file.state()),
                file.score(),
                grade == null ? null : texts.text(locale, "supervision.review.grade." + grade));
    }

    @PostMapping(HOME)
    ModelAndView draw(Actor actor, @RequestParam Map<String, String> typed, RedirectAttributes next, Locale locale) {
        try {
            Integer size = Typed.number("/size", typed.get("size"));
            Whole drawn = reviews.draw(
                    actor,
                    new Wanted(
                            Objects.requireNonNullElse(Typed.text("/title", typed.get("title")), ""),
                            day("/from", typed.get("from")),
                            day("/to", typed.get("to")),
                            Typed.given(typed.get("department")),
                            size == null ? 0 : size,
                            typed.get("seed"),
                            List.of(Objects.requireNonNullElse(typed.get("reviewers"), "")
                                            .strip()
                                            .split("[\\s,，、]+", -1))
                                    .stream()
                                    .filter(name -> !name.isEmpty())
                                    .toList()),
                    _ -> null);
            next.addFlashAttribute(
                    "done",
                    texts.text(
                            locale,
                            "supervision.review.drawn",
                            drawn.review().candidates(),
                            drawn.files().size()));
            return new ModelAndView("redirect:" + HOME + "/" + drawn.review().id());
        } catch (Refused | InvalidInput wrong) {
            return list(actor, null, said(wrong, typed, locale), status(wrong), locale);
        }
    }

    private static LocalDate day(String name, @Nullable String typed) {
        LocalDate day = Typed.day(name, typed);
        if (day == null) {
            throw new InvalidInput(name, "required");
        }
        return day;
    }

    private static HttpStatus status(RuntimeException wrong) {
        return wrong instanceof Refused ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.BAD_REQUEST;
    }

    private Map<String, Object> said(RuntimeException wrong, Map<String, String> typed, Locale locale) {
        Map<String, Object> said = new HashMap<>();
        said.put("form", typed);
        if (wrong instanceof Refused refused) {
            said.put("reasons", texts.reasons(refused.refusals(), locale));
        } else if (wrong instanceof InvalidInput invalid) {
            said.put("errors", texts.errors(invalid, locale));
        }
        return said;
    }

    // --- one review ---

    @GetMapping(HOME + "/{id}")
    ModelAndView show(Actor actor, @PathVariable long id, Locale locale) {
        return show(actor, id, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView show(Actor actor, long id, Map<String, ?> more, HttpStatus status, Locale locale) {
        Whole whole = reviews.find(actor, id);
        ModelAndView page = new ModelAndView("supervision/review", more, status);
        page.addObject("review", row(whole.review(), locale));
        page.addObject("seed", whole.review().seed());
        page.addObject("digest", whole.review().digest());
        page.addObject("version", whole.review().version());
        page.addObject(
                "files", whole.files().stream().map(file -> row(file, locale)).toList());
        page.addObject(
                "report",
                FileReviewAnswer.report(whole.files()).stream()
                        .map(line -> new ReportRow(
                                words.department(line.department(), locale),
                                line.files(),
                                line.scored(),
                                line.averageScore() == null
                                        ? "—"
                                        : line.averageScore().toString(),
                                line.count(Grade.EXCELLENT),
                                line.count(Grade.QUALIFIED),
                                line.count(Grade.UNQUALIFIED)))
                        .toList());
        page.addObject(
                "mayConclude",
                whole.review().state() == FileReview.State.OPEN
                        && (actor.has(Role.SUPERVISOR) || actor.has(Role.MANAGER)));
        return page;
    }

    /** Draws again, and shows whether it comes to the same. */
    @GetMapping(HOME + "/{id}/proof")
    ModelAndView prove(Actor actor, @PathVariable long id, Locale locale) {
        FileReviews.Proof proof = reviews.prove(actor, id);
        return show(actor, id, Map.of("proof", proof), HttpStatus.OK, locale);
    }

    @PostMapping(HOME + "/{id}/conclude")
    ModelAndView conclude(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String version,
            RedirectAttributes next,
            Locale locale) {
        try {
            reviews.conclude(actor, id, Typed.version(version), _ -> null);
        } catch (Refused refused) {
            return show(actor, id, said(refused, Map.of(), locale), status(refused), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "supervision.review.concluded"));
        return new ModelAndView("redirect:" + HOME + "/" + id);
    }

    // --- one file ---

    @GetMapping(HOME + "/files/{file}")
    ModelAndView file(Actor actor, @PathVariable long file, Locale locale) {
        return file(actor, file, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView file(Actor actor, long id, Map<String, ?> more, HttpStatus status, Locale locale) {
        OneFile found = reviews.file(actor, id);
        ReviewedFile file = found.file();
        ModelAndView page = new ModelAndView("supervision/review-file", more, status);
        boolean typed = more.get("form") instanceof Map<?, ?> form && !form.isEmpty();
        page.addObject("file", row(file, locale));
        page.addObject("version", file.version());
        page.addObject("review", row(found.review(), locale));
        page.addObject("groups", groups(found.checklist(), typed ? typed(more) : deducted(file), locale));
        page.addObject(
                "history",
                found.history().stream().map(entry -> happened(entry, locale)).toList());
        page.addObject("objection", file.objection());
        page.addObject("answer", file.answer());
        page.addObject("objectBy", file.objectBy() == null ? null : words.moment(file.objectBy(), locale));
        page.addObject("mayScore", found.mayScore());
        page.addObject("mayObject", found.mayObject());
        page.addObject("mayDecide", found.mayDecide());
        page.addObject("oversees", reviews.oversees(actor));
        return page;
    }

    private static Function<String, Deduction> deducted(ReviewedFile file) {
        Map<String, Deduction> byPoint = file.deductions().stream()
                .collect(Collectors.toMap(Deduction::point, Function.identity(), (a, _) -> a));
        return code -> byPoint.getOrDefault(code, new Deduction(code, 0, ""));
    }

    @SuppressWarnings("unchecked")
    private static Function<String, Deduction> typed(Map<String, ?> more) {
        Map<String, String> form = (Map<String, String>) Objects.requireNonNull(more.get("form"));
        return code -> new Deduction(
                code,
                form.getOrDefault("off-" + code, "").matches("\\d{1,3}")
                        ? Integer.parseInt(Objects.requireNonNull(form.get("off-" + code)))
                        : 0,
                form.getOrDefault("why-" + code, ""));
    }

    private static List<Group> groups(
            ReviewChecklist checklist, Function<String, Deduction> deductions, Locale locale) {
        boolean english = Languages.isEnglish(locale);
        Map<String, List<PointRow>> groups = new LinkedHashMap<>();
        for (ReviewChecklist.Point point : checklist.points()) {
            Deduction deduction = deductions.apply(point.code());
            groups.computeIfAbsent(english ? point.groupEn() : point.group(), _ -> new ArrayList<>())
                    .add(new PointRow(
                            point.code(),
                            english ? point.textEn() : point.text(),
                            point.basis(),
                            point.points(),
                            point.critical(),
                            point.rule() != null,
                            deduction.points() == 0 ? "" : Integer.toString(deduction.points()),
                            deduction.reason()));
        }
        return groups.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Happened happened(HistoryEntry entry, Locale locale) {
        String key = "desk.event." + entry.type();
        return new Happened(
                texts.has(key) ? texts.text(locale, key) : entry.type(),
                words.moment(entry.happenedAt(), locale),
                words.person(entry.actor(), locale));
    }

    @PostMapping(HOME + "/files/{file}/score")
    ModelAndView score(
            Actor actor,
            @PathVariable long file,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next,
            Locale locale) {
        return done(
                actor,
                file,
                typed,
                () -> reviews.score(actor, file, deductions(typed), Typed.version(typed.get("version")), _ -> null),
                "supervision.review.scored",
                next,
                locale);
    }

    @PostMapping(HOME + "/files/{file}/object")
    ModelAndView object(
            Actor actor,
            @PathVariable long file,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next,
            Locale locale) {
        return done(
                actor,
                file,
                typed,
                () -> reviews.object(
                        actor,
                        file,
                        Typed.text("/objection", typed.get("objection")),
                        Typed.version(typed.get("version")),
                        _ -> null),
                "supervision.review.objected",
                next,
                locale);
    }

    @PostMapping(HOME + "/files/{file}/decide")
    ModelAndView decide(
            Actor actor,
            @PathVariable long file,
            @RequestParam Map<String, String> typed,
            RedirectAttributes next,
            Locale locale) {
        return done(
                actor,
                file,
                typed,
                () -> reviews.decide(
                        actor,
                        file,
                        "yes".equals(typed.get("granted")) ? deductions(typed) : null,
                        Typed.text("/answer", typed.get("answer")),
                        Typed.version(typed.get("version")),
                        _ -> null),
                "supervision.review.decided",
                next,
                locale);
    }

    private ModelAndView done(
            Actor actor,
            long file,
            Map<String, String> typed,
            Runnable command,
            String words,
            RedirectAttributes next,
            Locale locale) {
        try {
            command.run();
        } catch (Refused | InvalidInput wrong) {
            return file(actor, file, said(wrong, typed, locale), status(wrong), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, words));
        return new ModelAndView("redirect:" + HOME + "/files/" + file);
    }

    /** The points of which something was taken off; a reason without points is taken as it is meant, and refused. */
    private static List<Deduction> deductions(Map<String, String> typed) {
        List<Deduction> deductions = new ArrayList<>();
        typed.forEach((name, value) -> {
            if (name.startsWith("off-")) {
                String code = name.substring("off-".length());
                String why = Objects.requireNonNullElse(Typed.text("/why-" + code, typed.get("why-" + code)), "");
                Integer off = Typed.number("/" + name, value);
                if ((off != null && off > 0) || !why.isBlank()) {
                    deductions.add(new Deduction(code, off == null ? 0 : off, why.strip()));
                }
            }
        });
        return deductions;
    }
}
