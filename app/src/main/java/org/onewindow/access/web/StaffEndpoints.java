package org.onewindow.access.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.NewStaff;
import org.onewindow.access.StaffChange;
import org.onewindow.access.StaffMember;
import org.onewindow.access.StaffOffice;
import org.onewindow.http.Paging;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff and their posts, for administrator and manager; the supervisor may look. */
@RestController
@RequestMapping("/api/v1/staff")
class StaffEndpoints {

    private final StaffOffice office;

    StaffEndpoints(StaffOffice office) {
        this.office = office;
    }

    /** Somebody to be taken on; {@code posts} may be left out. */
    record TakeOn(
            String userName,
            String displayName,
            String password,
            @Nullable List<PostBody> posts) {}

    /** A post in a request: the department, window or division its role is bound to. */
    record PostBody(
            Role role,
            @Nullable String department,
            @Nullable String window,
            @Nullable String division) {

        Post post() {
            return new Post(role, department, window, division);
        }
    }

    /** Why. */
    record Reason(String reason) {}

    /** Who somebody is; the number itself isn't kept. */
    record Identity(String idNumber) {

        @Override
        public String toString() {
            return "Identity";
        }
    }

    /** A first password. */
    record NewPassword(String password) {}

    @GetMapping
    Page<StaffMember> list(Actor actor, @RequestParam(defaultValue = "") String q, Paging paging) {
        String after =
                paging.after() == null ? "" : Cursor.read(paging.after(), 1).getFirst();
        return office.list(actor, q.strip(), after, paging.limit());
    }

    @PostMapping
    ResponseEntity<StaffMember> takeOn(Actor actor, @RequestBody TakeOn body) {
        List<PostBody> posts = body.posts() == null ? List.of() : body.posts();
        StaffMember taken = office.takeOn(
                actor,
                new NewStaff(
                        body.userName(),
                        body.displayName(),
                        posts.stream().map(PostBody::post).toList()),
                body.password());
        return ResponseEntity.created(URI.create("/api/v1/staff/" + taken.userName()))
                .body(taken);
    }

    @GetMapping("/{userName}")
    StaffMember get(Actor actor, @PathVariable String userName) {
        return office.get(actor, userName);
    }

    @GetMapping("/{userName}/changes")
    Page<StaffChange> changes(Actor actor, @PathVariable String userName, Paging paging) {
        return office.changes(actor, userName, before(paging), paging.limit());
    }

    private static long before(Paging paging) {
        if (paging.after() == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(Cursor.read(paging.after(), 1).getFirst());
        } catch (NumberFormatException foreign) {
            throw new InvalidInput("after", "cursor");
        }
    }

    @PostMapping("/{userName}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disable(Actor actor, @PathVariable String userName, @RequestBody Reason body) {
        office.disable(actor, userName, body.reason());
    }

    @PostMapping("/{userName}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void enable(Actor actor, @PathVariable String userName) {
        office.enable(actor, userName);
    }

    @PostMapping("/{userName}/reset-password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetPassword(Actor actor, @PathVariable String userName, @RequestBody NewPassword body) {
        office.resetPassword(actor, userName, body.password());
    }

    @PostMapping("/{userName}/link-identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void linkIdentity(Actor actor, @PathVariable String userName, @RequestBody Identity body) {
        office.linkIdentity(actor, userName, body.idNumber());
    }

    @PostMapping("/{userName}/give-post")
    StaffMember givePost(Actor actor, @PathVariable String userName, @RequestBody PostBody body) {
        office.givePost(actor, userName, body.post());
        return office.get(actor, userName);
    }

    @PostMapping("/{userName}/withdraw-post")
    StaffMember withdrawPost(Actor actor, @PathVariable String userName, @RequestBody PostBody body) {
        office.withdrawPost(actor, userName, body.post());
        return office.get(actor, userName);
    }
}
