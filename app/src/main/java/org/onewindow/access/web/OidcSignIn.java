package org.onewindow.access.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffRegister;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * Checks an access token of the outside identity provider: signature by its published keys (asymmetric methods only), issuer,
 * audience, time; then the claim must name somebody who works here.
 */
@Component
class OidcSignIn {

    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();

    private final OidcSettings settings;
    private final StaffRegister register;
    private final @Nullable JwtDecoder decoder;

    OidcSignIn(OidcSettings settings, StaffRegister register) {
        this.settings = settings;
        this.register = register;
        // Found out at the first token: a provider that is down must not keep us from starting.
        this.decoder = settings.on() ? new SupplierJwtDecoder(() -> decoder(settings)) : null;
    }

    private static JwtDecoder decoder(OidcSettings settings) {
        String issuer = Objects.requireNonNull(settings.issuer());
        String audience = Objects.requireNonNull(settings.audience());
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE_MILLIS);
        requests.setReadTimeout(PATIENCE_MILLIS);
        NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder = settings.keys() == null
                ? NimbusJwtDecoder.withIssuerLocation(issuer)
                : NimbusJwtDecoder.withJwkSetUri(settings.keys());
        NimbusJwtDecoder decoder = builder.restOperations(new RestTemplate(requests))
                .jwsAlgorithms(methods -> methods.addAll(
                        List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256, SignatureAlgorithm.ES256)))
                // RFC 9068 names its tokens at+jwt, most providers say JWT; the audience tells them from others.
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, named -> named != null && named.contains(audience))));
        return decoder;
    }

    Authentication authenticate(String token) {
        if (decoder == null) {
            throw new InvalidBearerTokenException("no outside identity provider is set");
        }
        Jwt jwt = decode(decoder, token);
        String userName = jwt.getClaimAsString(settings.userClaim());
        return register.staffing()
                .member(userName == null ? "" : userName)
                .filter(member -> !member.disabled())
                .map(member -> new SignedIn(new StaffPrincipal(member.userName(), member.passwordVersion())))
                .orElseThrow(() -> new InvalidBearerTokenException("a valid token, but of nobody who works here"));
    }

    private static Jwt decode(JwtDecoder decoder, String token) {
        try {
            return decoder.decode(token);
        } catch (BadJwtException bad) {
            throw new InvalidBearerTokenException("not a valid token", bad);
        } catch (JwtException unreachable) {
            throw new AuthenticationServiceException("the identity provider could not be asked", unreachable);
        }
    }
}
