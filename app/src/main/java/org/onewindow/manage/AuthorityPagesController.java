package org.onewindow.manage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.AuthorityLetter;
import org.onewindow.access.Power;
import org.onewindow.access.StaffDirectory;
import org.onewindow.access.StaffMember;
import org.onewindow.access.StaffOffice;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hall's windows and who may do what with which item (授权书, K10). */
@Controller
class AuthorityPagesController {

    private static final int MOST_LINES = 500;

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "itemCode", "manage.item.code",
            "power", "manage.power",
            "fromOn", "manage.authority.from",
            "untilOn", "manage.authority.until");

    private final StaffOffice office;
    private final StaffDirectory staff;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final Texts texts;

    AuthorityPagesController(
            StaffOffice office,
            StaffDirectory staff,
            Catalogue catalogue,
            Divisions divisions,
            FormOutcome outcome,
            Texts texts) {
        this.office = office;
        this.staff = staff;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** A window of the hall. */
    record WindowLine(String number, String name, String kind, String department, int items, List<String> clerks) {}

    /** A line of an authority letter; {@code form} is what ending it sends. */
    record LetterLine(
            String item,
            String code,
            String power,
            LocalDate from,
            @Nullable LocalDate until,
            Map<String, String> form) {}

    @GetMapping("/manage/windows")
    ModelAndView windows(Actor actor, Locale locale) {
        mayLook(actor);
        List<WindowLine> lines = divisions.windows().stream()
                .map(window -> new WindowLine(
                        window.number(),
                        window.name(),
                        texts.text(locale, "manage.window." + window.kind()),
                        window.department() == null
                                ? ""
                                : divisions
                                        .findDepartment(window.department())
                                        .map(Department::shortName)
                                        .orElse(window.department()),
                        catalogue.itemsAt(window.number()).size(),
                        staff.holdersAt(Role.CLERK, window.number()).stream()
                                .map(StaffMember::displayName)
                                .toList()))
                .toList();
        return new ModelAndView("manage/windows", Map.of("windows", lines));
    }

    /** The letters of a window or of a chief representative; where neither is named, the windows to choose from. */
    @GetMapping("/manage/authority")
    ModelAndView letters(
            Actor actor,
            @RequestParam(defaultValue = "") String window,
            @RequestParam(defaultValue = "") String holder,
            Locale locale) {
        mayLook(actor);
        if (window.isBlank() && holder.isBlank()) {
            return new ModelAndView("redirect:/manage/windows");
        }
        return letters(actor, window.strip(), holder.strip(), Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView letters(
            Actor actor, String window, String holder, Map<String, ?> more, HttpStatus status, Locale locale) {
        mayLook(actor);
        ModelAndView page = new ModelAndView("manage/authority", more, status);
        page.addObject("window", window);
        page.addObject("holder", holder);
        page.addObject(
                "whose",
                window.isEmpty()
                        ? staff.displayName(holder)
                        : window + " " + divisions.window(window).name());
        page.addObject(
                "letters",
                window.isEmpty() && holder.isEmpty()
                        ? List.of()
                        : office.letters("", window, holder, MOST_LINES).stream()
                                .map(letter -> line(letter, locale))
                                .toList());
        page.addObject("powers", powers(locale));
        page.addObject("mayChange", actor.has(Role.MANAGER));
        return page;
    }

    @PostMapping("/manage/authority")
    ModelAndView file(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
        FormOutcome.Result result =
                outcome.of(() -> office.fileAuthority(actor, List.of(letter(form))), LABELS, locale);
        return after(actor, form, result, next, locale);
    }

    @PostMapping("/manage/authority/end")
    ModelAndView end(Actor actor, @RequestParam Map<String, String> form, RedirectAttributes next, Locale locale) {
        FormOutcome.Result result = outcome.of(() -> office.endAuthority(actor, letter(form)), LABELS, locale);
        return after(actor, form, result, next, locale);
    }

    private ModelAndView after(
            Actor actor, Map<String, String> form, FormOutcome.Result result, RedirectAttributes next, Locale locale) {
        String window = form.getOrDefault("window", "");
        String holder = form.getOrDefault("holder", "");
        if (!result.isDone()) {
            result.model().put("form", form);
            return letters(actor, window, holder, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.authority.changed"));
        next.addAttribute(window.isEmpty() ? "holder" : "window", window.isEmpty() ? holder : window);
        return new ModelAndView("redirect:/manage/authority");
    }

    private LetterLine line(AuthorityLetter letter, Locale locale) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("itemCode", letter.itemCode());
        form.put("power", letter.power().name());
        form.put("fromOn", letter.fromOn().toString());
        return new LetterLine(
                catalogue.latest(letter.itemCode()).map(ItemVersion::name).orElse(letter.itemCode()),
                letter.itemCode(),
                texts.text(locale, "manage.power." + letter.power()),
                letter.fromOn(),
                letter.untilOn(),
                form);
    }

    private static AuthorityLetter letter(Map<String, String> form) {
        List<InvalidInput.Field> wrong = new ArrayList<>();
        Power power = Stream.of(Power.values())
                .filter(one -> one.name().equals(form.get("power")))
                .findFirst()
                .orElse(null);
        if (power == null) {
            wrong.add(InvalidInput.Field.of("/power", "required"));
        }
        LocalDate from = day(form, "fromOn", wrong);
        if (from == null && text(form, "fromOn") == null) {
            wrong.add(InvalidInput.Field.of("/fromOn", "required"));
        }
        LocalDate until = day(form, "untilOn", wrong);
        if (power == null || from == null || !wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return new AuthorityLetter(
                text(form, "holder"),
                text(form, "window"),
                form.getOrDefault("itemCode", "").strip(),
                power,
                from,
                until);
    }

    private static @Nullable LocalDate day(Map<String, String> form, String name, List<InvalidInput.Field> wrong) {
        try {
            return TypedDay.read(name, form.getOrDefault(name, ""));
        } catch (InvalidInput unreadable) {
            wrong.addAll(unreadable.fields());
            return null;
        }
    }

    private static @Nullable String text(Map<String, String> form, String name) {
        String typed = form.getOrDefault(name, "").strip();
        return typed.isEmpty() ? null : typed;
    }

    private Map<String, String> powers(Locale locale) {
        Map<String, String> powers = new LinkedHashMap<>();
        for (Power power : Power.values()) {
            powers.put(power.name(), texts.text(locale, "manage.power." + power));
        }
        return powers;
    }

    private static void mayLook(Actor actor) {
        if (Stream.of(Role.MANAGER, Role.ADMIN, Role.SUPERVISOR, Role.APPROVER, Role.HEAD)
                .noneMatch(actor::has)) {
            throw new NotAllowed("see authority");
        }
    }
}
