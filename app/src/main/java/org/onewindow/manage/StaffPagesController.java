package org.onewindow.manage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.NewStaff;
import org.onewindow.access.StaffMember;
import org.onewindow.access.StaffOffice;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.FormOutcome;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here, which posts they hold, and what was changed about them (C14). */
@Controller
class StaffPagesController {

    private static final int LISTED = 50;

    /** What the page calls its fields. */
    private static final Map<String, String> LABELS = Map.of(
            "userName", "manage.staff.user",
            "displayName", "manage.staff.name",
            "password", "manage.staff.password",
            "role", "manage.staff.role",
            "reason", "manage.staff.reason",
            "idNumber", "manage.staff.identity.number");

    private final StaffOffice office;
    private final Divisions divisions;
    private final FormOutcome outcome;
    private final Texts texts;

    StaffPagesController(StaffOffice office, Divisions divisions, FormOutcome outcome, Texts texts) {
        this.office = office;
        this.divisions = divisions;
        this.outcome = outcome;
        this.texts = texts;
    }

    /** Somebody in the list. */
    record Line(String userName, String displayName, List<String> posts, boolean disabled) {}

    /** A post held: in words, and as the form that withdraws it needs it. */
    record Held(String words, String role, String place) {}

    /** A recorded change. */
    record Change(String when, String what, String by) {}

    @GetMapping("/manage/staff")
    ModelAndView list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            Locale locale) {
        return list(actor, q, after, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView list(
            Actor actor, String q, String after, Map<String, ?> more, HttpStatus status, Locale locale) {
        String from = after.isEmpty() ? "" : Cursor.read(after, 1).getFirst();
        Page<StaffMember> people = office.list(actor, q.strip(), from, LISTED);
        ModelAndView page = new ModelAndView("manage/staff", more, status);
        page.addObject(
                "people",
                people.items().stream()
                        .map(one -> new Line(
                                one.userName(),
                                one.displayName(),
                                one.posts().stream()
                                        .map(post -> words(post, locale))
                                        .toList(),
                                one.disabled()))
                        .toList());
        page.addObject("next", people.next());
        page.addObject("q", q);
        page.addObject("mayChange", mayChange(actor));
        return page;
    }

    @PostMapping("/manage/staff")
    ModelAndView takeOn(
            Actor actor,
            @RequestParam(defaultValue = "") String userName,
            @RequestParam(defaultValue = "") String displayName,
            @RequestParam(defaultValue = "") String password,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(
                () -> office.takeOn(actor, new NewStaff(userName.strip(), displayName.strip(), List.of()), password),
                LABELS,
                locale);
        if (!result.isDone()) {
            result.model().put("form", Map.of("userName", userName, "displayName", displayName));
            return list(actor, "", "", result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.staff.taken-on"));
        return new ModelAndView("redirect:/manage/staff/" + userName.strip());
    }

    @GetMapping("/manage/staff/{userName}")
    ModelAndView show(Actor actor, @PathVariable String userName, Locale locale) {
        return show(actor, userName, Map.of(), HttpStatus.OK, locale);
    }

    private ModelAndView show(Actor actor, String userName, Map<String, ?> more, HttpStatus status, Locale locale) {
        StaffMember member = office.get(actor, userName);
        ModelAndView page = new ModelAndView("manage/person", more, status);
        page.addObject("member", member);
        page.addObject(
                "posts",
                member.posts().stream()
                        .map(post -> new Held(
                                words(post, locale), post.role().name(), Objects.requireNonNullElse(place(post), "")))
                        .toList());
        page.addObject(
                "changes",
                office.changes(actor, userName, Long.MAX_VALUE, LISTED).items().stream()
                        .map(change -> new Change(
                                texts.instant(change.at(), locale),
                                changeInWords(change.type(), locale),
                                change.byName()))
                        .toList());
        page.addObject("roles", roles(locale));
        page.addObject("places", places());
        page.addObject("mayChange", mayChange(actor));
        return page;
    }

    /** The change asked for: its word is the command's in the API, too. */
    @PostMapping("/manage/staff/{userName}/{word}")
    ModelAndView change(
            Actor actor,
            @PathVariable String userName,
            @PathVariable String word,
            @RequestParam Map<String, String> form,
            RedirectAttributes next,
            Locale locale) {
        FormOutcome.Result result = outcome.of(() -> change(actor, userName, word, form), LABELS, locale);
        if (!result.isDone()) {
            Map<String, String> shown = new HashMap<>(form);
            shown.remove("password");
            result.model().put("form", shown);
            return show(actor, userName, result.model(), result.status(), locale);
        }
        next.addFlashAttribute("done", texts.text(locale, "manage.staff.changed"));
        return new ModelAndView("redirect:/manage/staff/" + userName);
    }

    private void change(Actor actor, String userName, String word, Map<String, String> form) {
        switch (word) {
            case "give-post" -> office.givePost(actor, userName, post(form));
            case "withdraw-post" -> office.withdrawPost(actor, userName, post(form));
            case "disable" ->
                office.disable(actor, userName, form.getOrDefault("reason", "").strip());
            case "enable" -> office.enable(actor, userName);
            case "reset-password" -> office.resetPassword(actor, userName, form.getOrDefault("password", ""));
            case "link-identity" ->
                office.linkIdentity(
                        actor, userName, form.getOrDefault("idNumber", "").strip());
            default -> throw new InvalidInput("/word", "choice", word);
        }
    }

    private static Post post(Map<String, String> form) {
        Role role = Stream.of(Role.values())
                .filter(one -> one.name().equals(form.get("role")))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/role", "required"));
        String typed = form.getOrDefault("place", "").strip();
        String place = typed.isEmpty() ? null : typed;
        return switch (role) {
            case REVIEWER, APPROVER, HEAD -> new Post(role, place, null, null);
            case CLERK, CASHIER -> new Post(role, null, place, null);
            case AGENT -> new Post(role, null, null, place);
            case LEADER, SUPERVISOR, MANAGER, ADMIN -> new Post(role, null, null, null);
        };
    }

    private static @Nullable String place(Post post) {
        return post.window() != null ? post.window() : post.department() != null ? post.department() : post.division();
    }

    private String words(Post post, Locale locale) {
        String role = texts.text(locale, "manage.role." + post.role());
        String window = post.window();
        String department = post.department();
        String division = post.division();
        if (window != null) {
            return role + " " + window;
        }
        if (department != null) {
            return role + " "
                    + divisions
                            .findDepartment(department)
                            .map(Department::shortName)
                            .orElse(department);
        }
        return division == null
                ? role
                : role + " " + divisions.find(division).map(Division::name).orElse(division);
    }

    /** In words where there are any; a change of a kind added later still shows, by its type. */
    private String changeInWords(String type, Locale locale) {
        String key = "manage.change." + type;
        return texts.has(key) ? texts.text(locale, key) : type;
    }

    private Map<String, String> roles(Locale locale) {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.name(), texts.text(locale, "manage.role." + role));
        }
        return roles;
    }

    /** What a post can be bound to, as one types it: windows, departments, townships and villages. */
    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        divisions.windows().forEach(window -> places.put(window.number(), window.name()));
        divisions.departments().forEach(department -> places.put(department.code(), department.shortName()));
        List<Division> townships = new ArrayList<>(divisions.townships());
        townships.forEach(township -> places.put(township.code(), township.name()));
        return places;
    }

    private static boolean mayChange(Actor actor) {
        return actor.has(Role.MANAGER) || actor.has(Role.ADMIN);
    }
}
