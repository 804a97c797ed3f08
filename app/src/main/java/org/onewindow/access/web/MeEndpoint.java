package org.onewindow.access.web;

import java.util.List;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who am I, as the program sees it. */
@RestController
class MeEndpoint {

    /** The caller and the posts they hold now. */
    record Me(String userName, String displayName, List<Post> posts) {}

    @GetMapping("/api/v1/me")
    Me me(Actor actor) {
        return new Me(actor.userName(), actor.displayName(), actor.posts());
    }
}
