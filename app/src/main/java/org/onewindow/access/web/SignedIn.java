package org.onewindow.access.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A member of staff who proved who they are. What they may do isn't said here: doors ask the posts held at that moment. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final StaffPrincipal principal;

    SignedIn(StaffPrincipal principal) {
        super(List.of());
        this.principal = principal;
        super.setAuthenticated(true);
    }

    @Override
    public StaffPrincipal getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && principal.equals(that.principal) && super.equals(other);
    }

    @Override
    public int hashCode() {
        return principal.hashCode();
    }
}
