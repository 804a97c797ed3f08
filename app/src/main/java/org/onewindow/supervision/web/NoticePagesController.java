package org.onewindow.supervision.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.Addressee;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Notice;
import org.onewindow.supervision.NoticeAddressees;
import org.onewindow.supervision.NoticeCase;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticeLine;
import org.onewindow.supervision.NoticePapers;
import org.onewindow.supervision.NoticeReceipt;
import org.onewindow.supervision.NoticeView;
import org.onewindow.supervision.Notices;
import org.onewindow.supervision.Standards;
import org.onewindow.supervision.model.NoticeLines;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Notices as an inbox, to read, to acknowledge, and with the cases behind each number (S8). */
@Controller
class NoticePagesController {

    private static final int LISTED = 30;
    private static final int CASES = 50;

    /** Roles a notice may be addressed to on the page; a single department's only over the API. */
    private static final Set<Role> ROLES =
            EnumSet.of(Role.SUPERVISOR, Role.MANAGER, Role.LEADER, Role.HEAD, Role.APPROVER, Role.REVIEWER);

    private final Notices notices;
    private final NoticePapers papers;
    private final Standards standards;
    private final SupervisionWords words;
    private final Texts texts;

    NoticePagesController(
            Notices notices, NoticePapers papers, Standards standards, SupervisionWords words, Texts texts) {
        this.notices = notices;
        this.papers = papers;
        this.standards = standards;
        this.words = words;
        this.texts = texts;
    }

    /** A kind to choose. */
    record Choice(String href, String label, boolean chosen) {}

    /** A notice in the inbox. */
    record Row(long id, String title, String number, String at, boolean unread, boolean late, NoticeLine total) {}

    /** A number; {@code href} opens its cases and is null where there are none. */
    record Cell(
            String label,
            String words,
            @Nullable String href,
            @Nullable Colour colour,
            boolean zero) {}

    /** A line of a table. */
    record Line(String name, List<Cell> cells) {}

    /** A case behind a number. */
    record CaseRow(
            @Nullable String number,
            String item,
            String department,
            String window,
            String at,
            String actor,
            @Nullable String days) {}

    /** An addressee and whether they have acknowledged it. */
    record ReceiptRow(
            String name,
            String role,
            @Nullable String department,
            @Nullable String readAt) {}

    @GetMapping("/supervision/notices")
    String inbox(
            Actor actor,
            @RequestParam(required = false) @Nullable NoticeKind kind,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Page<NoticeView> page = notices.list(actor, kind, after, LISTED);
        model.addAttribute(
                "notices", page.items().stream().map(view -> row(view, locale)).toList());
        model.addAttribute("next", next(page.next(), kind));
        model.addAttribute("kinds", kinds(kind, locale));
        model.addAttribute("unread", notices.unread(actor));
        model.addAttribute("maySet", actor.has(Role.MANAGER));
        return "supervision/notices";
    }

    private static @Nullable String next(@Nullable String after, @Nullable NoticeKind kind) {
        if (after == null) {
            return null;
        }
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/supervision/notices").queryParam("after", after);
        if (kind != null) {
            address.queryParam("kind", kind);
        }
        return address.build().toUriString();
    }

    private List<Choice> kinds(@Nullable NoticeKind chosen, Locale locale) {
        List<Choice> kinds = new ArrayList<>();
        kinds.add(new Choice(
                "/supervision/notices", texts.text(locale, "supervision.notice.every-kind"), chosen == null));
        for (NoticeKind kind : NoticeKind.values()) {
            kinds.add(new Choice(
                    "/supervision/notices?kind=" + kind, texts.text(locale, "NoticeKind." + kind), kind == chosen));
        }
        return kinds;
    }

    private Row row(NoticeView view, Locale locale) {
        Notice notice = view.notice();
        return new Row(
                notice.id(),
                title(notice, locale),
                papers.number(notice),
                words.moment(notice.until(), locale),
                view.isUnread(),
                notice.late(),
                NoticeLines.total(notice.lines()));
    }

    private String title(Notice notice, Locale locale) {
        LocalDate first = notice.firstDay();
        return switch (notice.kind()) {
            case DAILY -> texts.text(locale, "supervision.notice.title.DAILY", first);
            case WEEKLY -> texts.text(locale, "supervision.notice.title.WEEKLY", first, notice.lastDay());
            case MONTHLY -> texts.text(locale, "supervision.notice.title.MONTHLY", year(first), first.getMonthValue());
            case QUARTERLY ->
                texts.text(locale, "supervision.notice.title.QUARTERLY", year(first), (first.getMonthValue() + 2) / 3);
            case ANNUAL -> texts.text(locale, "supervision.notice.title.ANNUAL", year(first));
        };
    }

    private static String year(LocalDate day) {
        return Integer.toString(day.getYear());
    }

    @GetMapping("/supervision/notices/{id}")
    String show(Actor actor, @PathVariable long id, Model model, Locale locale) {
        NoticeView view = notices.find(actor, id);
        Notice notice = view.notice();
        NoticeLine total = NoticeLines.total(notice.lines());
        boolean all = notices.opensCases(actor, null);
        model.addAttribute("id", id);
        model.addAttribute("title", title(notice, locale));
        model.addAttribute("number", papers.number(notice));
        model.addAttribute("until", words.moment(notice.until(), locale));
        model.addAttribute("lateAt", notice.late() ? words.moment(notice.madeAt(), locale) : null);
        model.addAttribute("mayAcknowledge", view.isUnread());
        model.addAttribute("readAt", view.readAt() == null ? null : words.moment(view.readAt(), locale));
        model.addAttribute("headings", headings(locale));
        model.addAttribute("tiles", tiles(notice, total, all, locale));
        model.addAttribute(
                "departments",
                NoticeLines.byDepartment(notice.lines()).stream()
                        .map(line -> new Line(
                                words.department(line.department(), locale),
                                cells(
                                        notice,
                                        line,
                                        line.department(),
                                        null,
                                        notices.opensCases(actor, line.department()),
                                        locale)))
                        .toList());
        model.addAttribute(
                "regions",
                NoticeLines.byDivision(notice.lines()).stream()
                        .map(line -> new Line(
                                papers.region(line.division(), locale),
                                cells(notice, line, null, line.division(), all, locale)))
                        .toList());
        model.addAttribute("receipts", all ? receipts(actor, id, locale) : null);
        return "supervision/notice";
    }

    private List<String> headings(Locale locale) {
        List<String> headings = new ArrayList<>();
        for (NoticeFigure figure : NoticeFigure.values()) {
            headings.add(texts.text(locale, "NoticeFigure." + figure));
        }
        for (String more : List.of("percent", "used", "promised", "open")) {
            headings.add(texts.text(locale, "supervision.notice." + more));
        }
        return headings;
    }

    /** What one looks for first. */
    private List<Cell> tiles(Notice notice, NoticeLine total, boolean opens, Locale locale) {
        List<Cell> tiles = new ArrayList<>();
        for (NoticeFigure figure : List.of(
                NoticeFigure.RECEIVED,
                NoticeFigure.ACCEPTED,
                NoticeFigure.COMPLETED,
                NoticeFigure.LATE,
                NoticeFigure.WARNED,
                NoticeFigure.YELLOW,
                NoticeFigure.RED)) {
            tiles.add(cell(notice, total, figure, null, null, opens, locale));
        }
        tiles.add(measured("percent", percent(total.onTimePercent()), locale));
        tiles.add(measured("open", Integer.toString(total.open()), locale));
        return tiles;
    }

    private List<Cell> cells(
            Notice notice,
            NoticeLine line,
            @Nullable String department,
            @Nullable String division,
            boolean opens,
            Locale locale) {
        List<Cell> cells = new ArrayList<>();
        for (NoticeFigure figure : NoticeFigure.values()) {
            cells.add(cell(notice, line, figure, department, division, opens, locale));
        }
        cells.add(measured("percent", percent(line.onTimePercent()), locale));
        cells.add(measured("used", number(line.averageUsed()), locale));
        cells.add(measured("promised", number(line.averagePromised()), locale));
        cells.add(measured("open", Integer.toString(line.open()), locale));
        return cells;
    }

    private Cell cell(
            Notice notice,
            NoticeLine line,
            NoticeFigure figure,
            @Nullable String department,
            @Nullable String division,
            boolean opens,
            Locale locale) {
        int count = line.count(figure);
        return new Cell(
                texts.text(locale, "NoticeFigure." + figure),
                Integer.toString(count),
                count == 0 || !opens ? null : address(notice.id(), figure, department, division),
                switch (figure) {
                    case WARNED -> Colour.WARNING;
                    case YELLOW -> Colour.YELLOW;
                    case RED -> Colour.RED;
                    default -> null;
                },
                count == 0);
    }

    private Cell measured(String key, String value, Locale locale) {
        return new Cell(texts.text(locale, "supervision.notice." + key), value, null, null, false);
    }

    private static String percent(@Nullable BigDecimal percent) {
        return percent == null ? "—" : percent + "%";
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "—" : number.toString();
    }

    private static String address(
            long id, NoticeFigure figure, @Nullable String department, @Nullable String division) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/supervision/notices/" + id + "/cases")
                .queryParam("figure", figure);
        if (department != null) {
            address.queryParam("department", department);
        }
        if (division != null) {
            address.queryParam("division", division);
        }
        return address.build().toUriString();
    }

    private List<ReceiptRow> receipts(Actor actor, long id, Locale locale) {
        return notices.receipts(actor, id).stream()
                .map(receipt -> receipt(receipt, locale))
                .toList();
    }

    private ReceiptRow receipt(NoticeReceipt receipt, Locale locale) {
        String department = receipt.department();
        return new ReceiptRow(
                receipt.displayName(),
                texts.text(locale, "supervision.notice.role." + receipt.role()),
                department == null ? null : words.department(department, locale),
                receipt.readAt() == null ? null : words.moment(receipt.readAt(), locale));
    }

    @GetMapping("/supervision/notices/{id}/cases")
    String cases(
            Actor actor,
            @PathVariable long id,
            @RequestParam NoticeFigure figure,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Page<NoticeCase> page = notices.cases(actor, id, figure, department, division, after, CASES);
        Notice notice = notices.find(actor, id).notice();
        model.addAttribute("id", id);
        model.addAttribute("notice", title(notice, locale));
        model.addAttribute("figure", texts.text(locale, "NoticeFigure." + figure));
        model.addAttribute(
                "where",
                department != null
                        ? words.department(department, locale)
                        : division != null
                                ? papers.region(division, locale)
                                : texts.text(locale, "supervision.notice.total"));
        model.addAttribute(
                "cases", page.items().stream().map(one -> caseRow(one, locale)).toList());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : UriComponentsBuilder.fromUriString(address(id, figure, department, division))
                                .queryParam("after", page.next())
                                .build()
                                .toUriString());
        return "supervision/notice-cases";
    }

    private CaseRow caseRow(NoticeCase one, Locale locale) {
        return new CaseRow(
                one.caseNumber(),
                one.itemCode().isEmpty() ? "" : words.item(one.itemCode(), locale),
                words.department(one.department(), locale),
                words.window(one.window(), locale),
                words.moment(one.at(), locale),
                words.person(one.actor(), locale),
                one.usedDays() == null
                        ? null
                        : texts.text(
                                locale,
                                "supervision.notice.days",
                                one.usedDays(),
                                Objects.requireNonNullElse(one.promisedDays(), 0)));
    }

    @PostMapping("/supervision/notices/{id}/acknowledge")
    String acknowledge(Actor actor, @PathVariable long id, RedirectAttributes next, Locale locale) {
        notices.acknowledge(actor, id, _ -> null);
        next.addFlashAttribute("done", texts.text(locale, "supervision.notice.acknowledged"));
        return "redirect:/supervision/notices/" + id;
    }

    @GetMapping("/supervision/notices/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long id) {
        return NoticeController.paper(papers.pdf(notices.find(actor, id).notice()));
    }

    @GetMapping("/supervision/notices/{id}.xlsx")
    ResponseEntity<byte[]> spreadsheet(Actor actor, @PathVariable long id, Locale locale) {
        return NoticeController.sheet(
                id, papers.spreadsheet(notices.find(actor, id).notice(), locale));
    }

    /** Who gets which: a row a kind, a box a role. */
    @GetMapping("/supervision/notices/addressees")
    String addressees(Actor actor, Model model, Locale locale) {
        Map<NoticeKind, List<Addressee>> now = standards.addressees().content().addressees();
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(NoticeKind.values())
                .forEach(kind -> kinds.put(kind.name(), texts.text(locale, "NoticeKind." + kind)));
        Map<String, String> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role.name(), texts.text(locale, "supervision.notice.role." + role)));
        List<String> ticked = new ArrayList<>();
        now.forEach((kind, list) -> list.stream()
                .filter(addressee -> addressee.department() == null)
                .forEach(addressee -> ticked.add(kind + "-" + addressee.role())));
        model.addAttribute("kinds", kinds);
        model.addAttribute("roles", roles);
        model.addAttribute("ticked", ticked);
        model.addAttribute("version", standards.addressees().version());
        model.addAttribute("maySet", actor.has(Role.MANAGER));
        return "supervision/notice-addressees";
    }

    @PostMapping("/supervision/notices/addressees")
    String address(
            Actor actor,
            @RequestParam MultiValueMap<String, String> form,
            @RequestParam long version,
            RedirectAttributes next,
            Locale locale) {
        List<String> ticked = form.getOrDefault("to", List.of());
        Map<NoticeKind, List<Addressee>> before =
                standards.addressees().content().addressees();
        Map<NoticeKind, List<Addressee>> addressees = new LinkedHashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            List<Addressee> list = new ArrayList<>();
            ROLES.stream()
                    .filter(role -> ticked.contains(kind + "-" + role))
                    .forEach(role -> list.add(Addressee.every(role)));
            // what the page doesn't show it doesn't take away
            before.getOrDefault(kind, List.of()).stream()
                    .filter(addressee -> addressee.department() != null || !ROLES.contains(addressee.role()))
                    .forEach(list::add);
            addressees.put(kind, list);
        }
        standards.address(actor, new NoticeAddressees(addressees), version, _ -> null);
        next.addFlashAttribute("done", texts.text(locale, "supervision.notice.addressees.set"));
        return "redirect:/supervision/notices/addressees";
    }
}
