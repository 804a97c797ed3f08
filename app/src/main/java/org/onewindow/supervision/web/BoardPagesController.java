package org.onewindow.supervision.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Board;
import org.onewindow.supervision.BoardLine;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Figure;
import org.onewindow.supervision.SupervisedCase;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The live board (S6): for somebody at a desk, for a wall, and the cases behind its numbers. */
@Controller
class BoardPagesController {

    private static final int LISTED = 50;

    /** More departments than this stand in two columns on the wall. */
    private static final int ONE_COLUMN = 16;

    private final Board board;
    private final CaseRows rows;
    private final SupervisionWords words;
    private final CentreTime time;
    private final Texts texts;

    BoardPagesController(Board board, CaseRows rows, SupervisionWords words, CentreTime time, Texts texts) {
        this.board = board;
        this.rows = rows;
        this.words = words;
        this.time = time;
        this.texts = texts;
    }

    /** A number with what it is of; {@code href} opens its cases and is null where there are none. */
    record Count(
            Figure figure,
            String label,
            int count,
            @Nullable String href) {

        /** The colour it counts; null where it counts none. */
        public @Nullable Colour colour() {
            return switch (figure) {
                case WARNED -> Colour.WARNING;
                case YELLOW -> Colour.YELLOW;
                case RED -> Colour.RED;
                case OPEN, DUE_TODAY, SUSPENDED -> null;
            };
        }
    }

    /** A department with its windows, a window, or all together. */
    record Row(
            String code,
            String name,
            List<Count> numbers,
            @Nullable Colour worst,
            List<Row> windows) {

        Row closed() {
            List<Count> alone = numbers.stream()
                    .map(number -> new Count(number.figure(), number.label(), number.count(), null))
                    .toList();
            return new Row(code, name, alone, worst, windows);
        }
    }

    /** The board; whoever has none is led to what is theirs. */
    @GetMapping("/supervision")
    String board(Actor actor, Model model, Locale locale) {
        if (!board.isOpenTo(actor)) {
            return "redirect:/supervision/mine";
        }
        fill(actor, model, locale);
        return "supervision/board";
    }

    /** The numbers alone, when something changed. */
    @GetMapping("/supervision/numbers")
    String numbers(Actor actor, Model model, Locale locale) {
        fill(actor, model, locale);
        return "supervision/numbers :: numbers";
    }

    /** For a screen on the wall: nothing to press, and it connects again by itself. */
    @GetMapping("/supervision/wall")
    String wall(Actor actor, Model model, Locale locale) {
        fill(actor, model, locale);
        return "supervision/wall";
    }

    @GetMapping("/supervision/wall/numbers")
    String wallNumbers(Actor actor, Model model, Locale locale) {
        fill(actor, model, locale);
        return "supervision/wall-numbers :: numbers";
    }

    private void fill(Actor actor, Model model, Locale locale) {
        List<BoardLine> lines = board.lines(actor);
        Map<String, List<BoardLine>> ofDepartment = new LinkedHashMap<>();
        lines.forEach(line -> ofDepartment
                .computeIfAbsent(line.department(), _ -> new ArrayList<>())
                .add(line));
        List<Row> departments = ofDepartment.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(worstFirst()))
                .map(entry -> department(entry.getKey(), entry.getValue(), locale))
                .toList();
        // Where only one's own departments are summed up, the sum opens its cases as long as it is of one.
        String only = departments.size() == 1 ? departments.getFirst().code() : null;
        Row total = row("", texts.text(locale, "supervision.board.total"), lines, only, null, locale);
        model.addAttribute("total", only != null || board.isWhole(actor) ? total : total.closed());
        model.addAttribute("departments", departments);
        int half = departments.size() > ONE_COLUMN ? (departments.size() + 1) / 2 : departments.size();
        model.addAttribute(
                "columns",
                departments.isEmpty()
                        ? List.of()
                        : half == departments.size()
                                ? List.of(departments)
                                : List.of(departments.subList(0, half), departments.subList(half, departments.size())));
        model.addAttribute("asOf", words.second(time.now(), locale));
        model.addAttribute("day", texts.day(time.today(), locale));
    }

    /** What needs somebody stands on top: red before yellow before warned; the same in the order of their codes. */
    private static Comparator<List<BoardLine>> worstFirst() {
        return Comparator.comparingInt((List<BoardLine> lines) -> sum(lines, Figure.RED))
                .thenComparingInt(lines -> sum(lines, Figure.YELLOW))
                .thenComparingInt(lines -> sum(lines, Figure.WARNED))
                .thenComparingInt(lines -> sum(lines, Figure.DUE_TODAY))
                .reversed();
    }

    private Row department(String code, List<BoardLine> lines, Locale locale) {
        Row whole = row(code, words.department(code, locale), lines, code, null, locale);
        List<Row> windows = lines.stream()
                .map(line -> row(
                        code + "-" + line.window(),
                        words.window(line.window(), locale),
                        List.of(line),
                        code,
                        line.window(),
                        locale))
                .toList();
        return new Row(whole.code(), whole.name(), whole.numbers(), whole.worst(), windows);
    }

    private Row row(
            String code,
            String name,
            List<BoardLine> lines,
            @Nullable String department,
            @Nullable String window,
            Locale locale) {
        List<Count> numbers = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            int count = sum(lines, figure);
            numbers.add(new Count(
                    figure,
                    texts.text(locale, "Figure." + figure),
                    count,
                    count == 0 ? null : address(figure, department, window)));
        }
        Colour worst = numbers.stream()
                .filter(number -> number.count() > 0 && number.colour() != null)
                .map(Count::colour)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Row(code, name, numbers, worst, List.of());
    }

    private static int sum(List<BoardLine> lines, Figure figure) {
        return lines.stream()
                .mapToInt(line -> switch (figure) {
                    case OPEN -> line.open();
                    case DUE_TODAY -> line.dueToday();
                    case WARNED -> line.warned();
                    case YELLOW -> line.yellow();
                    case RED -> line.red();
                    case SUSPENDED -> line.suspended();
                })
                .sum();
    }

    private static String address(Figure figure, @Nullable String department, @Nullable String window) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/supervision/cases").queryParam("figure", figure);
        if (department != null) {
            address.queryParam("department", department);
        }
        if (window != null) {
            address.queryParam("window", window);
        }
        return address.build().toUriString();
    }

    /** The cases behind a number. */
    @GetMapping("/supervision/cases")
    String cases(
            Actor actor,
            @RequestParam Figure figure,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Page<SupervisedCase> page = board.cases(actor, figure, department, window, after, LISTED);
        model.addAttribute(
                "cases", page.items().stream().map(one -> rows.of(one, locale)).toList());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : UriComponentsBuilder.fromUriString(address(figure, department, window))
                                .queryParam("after", page.next())
                                .build()
                                .toUriString());
        model.addAttribute("figure", texts.text(locale, "Figure." + figure));
        model.addAttribute(
                "where",
                department == null
                        ? texts.text(locale, "supervision.board.total")
                        : words.department(department, locale)
                                + (window == null ? "" : " · " + words.window(window, locale)));
        return "supervision/cases";
    }
}
