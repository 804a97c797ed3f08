package org.onewindow.access.web;

import org.onewindow.access.MachineTime;
import org.onewindow.access.PersonalTokens;
import org.onewindow.access.StaffRegister;
import org.onewindow.access.model.Staffing;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/** Checks a personal token: one look-up in memory by the token's digest. */
@Component
class TokenSignIn {

    private final StaffRegister register;

    TokenSignIn(StaffRegister register) {
        this.register = register;
    }

    Authentication authenticate(String token) {
        Staffing staffing = register.staffing();
        return staffing.token(PersonalTokens.digestInHex(token))
                .filter(known -> known.expiresAt().isAfter(MachineTime.CLOCK.instant()))
                .flatMap(known -> staffing.member(known.userName()))
                .filter(member -> !member.disabled())
                .map(member -> new SignedIn(new StaffPrincipal(member.userName(), member.passwordVersion())))
                .orElseThrow(() -> new InvalidBearerTokenException("unknown, expired or revoked token"));
    }
}
