package org.onewindow.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Component;

/** Who works in the demonstration county (api.md). They are posts, not persons: their names say what they do. */
@Component
class DemonstrationStaff {

    static final String PASSWORD = "demo";

    /** From when their authority is filed (K10): before any day that a simulation tells a story of. */
    private static final LocalDate AUTHORITY_FROM = LocalDate.of(2020, 1, 1);

    private final Texts texts;

    DemonstrationStaff(Texts texts) {
        this.texts = texts;
    }

    List<NewStaff> staff(DemonstrationCounty county) {
        List<NewStaff> staff = new ArrayList<>();
        for (DemonstrationCounty.Window window : county.windows()) {
            staff.add(one(
                    "clerk." + window.number(),
                    "clerk",
                    window.number(),
                    post(Role.CLERK, null, window.number(), null)));
        }
        for (DemonstrationCounty.Department department : county.departments()) {
            for (Role role : List.of(Role.REVIEWER, Role.APPROVER, Role.HEAD)) {
                String word = role.name().toLowerCase(Locale.ROOT);
                staff.add(one(
                        word + "." + department.code(),
                        word,
                        department.shortName(),
                        post(role, department.code(), null, null)));
            }
        }
        for (DemonstrationCounty.Division division : county.divisions()) {
            staff.add(one(
                    "agent." + division.code(),
                    "agent",
                    division.name(),
                    post(Role.AGENT, null, null, division.code())));
        }
        for (Role role : List.of(Role.LEADER, Role.SUPERVISOR, Role.MANAGER, Role.ADMIN)) {
            String word = role.name().toLowerCase(Locale.ROOT);
            staff.add(one(word, word, "", post(role, null, null, null)));
        }
        List<Post> charging = county.windows().stream()
                .filter(DemonstrationCounty.Window::charging)
                .map(window -> post(Role.CASHIER, null, window.number(), null))
                .toList();
        staff.add(one("cashier", "cashier", "", charging));
        return staff;
    }

    /** Every approver for all items of the department, every window for the items it lists (K10). */
    List<AuthorityLetter> letters(DemonstrationCounty county) {
        List<AuthorityLetter> letters = new ArrayList<>();
        for (DemonstrationCounty.Department department : county.departments()) {
            String approver = "approver." + department.code().toLowerCase(Locale.ROOT);
            department.items().forEach(item -> addAll(letters, approver, null, item));
        }
        for (DemonstrationCounty.Window window : county.windows()) {
            window.items().forEach(item -> addAll(letters, null, window.number(), item));
        }
        return letters;
    }

    private static void addAll(
            List<AuthorityLetter> letters, @Nullable String holder, @Nullable String window, String item) {
        for (Power power : Power.values()) {
            letters.add(new AuthorityLetter(holder, window, item, power, AUTHORITY_FROM, null));
        }
    }

    private static Post post(
            Role role, @Nullable String department, @Nullable String window, @Nullable String division) {
        return new Post(role, department, window, division);
    }

    private NewStaff one(String userName, String word, String place, Post post) {
        return one(userName, word, place, List.of(post));
    }

    private NewStaff one(String userName, String word, String place, List<Post> posts) {
        String name = texts.text(Locale.SIMPLIFIED_CHINESE, "access.demonstration." + word, place);
        return new NewStaff(userName.toLowerCase(Locale.ROOT), name, posts);
    }
}
