package org.onewindow.access.web;

import org.onewindow.access.CurrentActor;
import org.onewindow.access.StaffRegister;
import org.onewindow.kernel.Actor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The actor behind the present request, with the posts held at this moment. */
@Component("currentActor")
class SecurityContextActor implements CurrentActor {

    private final StaffRegister register;

    SecurityContextActor(StaffRegister register) {
        this.register = register;
    }

    @Override
    public Actor get() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? register.actor(signedIn.getPrincipal().userName()).orElse(Actor.PUBLIC)
                : Actor.PUBLIC;
    }
}
