package org.onewindow.manage;

import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Leads everybody to the part of the management that is theirs. */
@Controller
class ManageHome {

    @GetMapping("/manage")
    String home(Actor actor) {
        if (actor.has(Role.MANAGER) || actor.has(Role.APPROVER)) {
            return "redirect:/manage/items";
        }
        if (actor.has(Role.ADMIN) || actor.has(Role.SUPERVISOR)) {
            return "redirect:/manage/staff";
        }
        throw new NotAllowed("manage");
    }
}
