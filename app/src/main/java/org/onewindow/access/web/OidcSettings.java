package org.onewindow.access.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An outside identity provider whose access tokens the API takes; off while no issuer is given.
 *
 * @param issuer the provider's issuer address, as its tokens name it
 * @param keys address of its key set (JWKS); by default found through the issuer
 * @param audience what tokens meant for us name in {@code aud}; needed, because a provider's tokens for other programs must not
 *     open ours
 * @param userClaim the claim that holds our sign-in name; must be one its users can't change themselves
 */
@ConfigurationProperties("onewindow.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String keys,
        @Nullable String audience,
        @DefaultValue("preferred_username") String userClaim) {

    OidcSettings {
        if (issuer != null && !issuer.isBlank()) {
            requireAddress("issuer", issuer);
            if (keys != null) {
                requireAddress("keys", keys);
            }
            if (audience == null || audience.isBlank()) {
                throw new BadSetting(
                        "onewindow.oidc.audience is needed: without it a token made for any other program would be taken");
            }
        } else if (audience != null || keys != null) {
            throw new BadSetting("onewindow.oidc.issuer is needed beside onewindow.oidc.audience and keys");
        }
    }

    boolean on() {
        return issuer != null && !issuer.isBlank();
    }

    private static void requireAddress(String name, String address) {
        String scheme = URI.create(address).getScheme();
        if (!"https".equals(scheme) && !"http".equals(scheme)) {
            throw new BadSetting("onewindow.oidc." + name + " is not an http address: " + address);
        }
    }
}
