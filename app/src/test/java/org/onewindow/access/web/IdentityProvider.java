package org.onewindow.access.web;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** An identity provider on this machine: it publishes a key and signs real tokens with it. */
final class IdentityProvider {

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey foreignKey;

    private IdentityProvider(HttpServer server, RSAKey key, RSAKey foreignKey) {
        this.server = server;
        this.key = key;
        this.foreignKey = foreignKey;
    }

    static IdentityProvider start() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("test").generate();
            byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/keys", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
                exchange.close();
            });
            server.start();
            return new IdentityProvider(
                    server, key, new RSAKeyGenerator(2048).keyID("test").generate());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realm";
    }

    String keysAddress() {
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    /** A good token of somebody, an hour long. */
    String token(String userName) {
        return signed(key, claims(userName).build());
    }

    String tokenForAnotherProgram(String userName) {
        return signed(key, claims(userName).audience("another-program").build());
    }

    String expiredToken(String userName) {
        return signed(
                key,
                claims(userName)
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))
                        .build());
    }

    String endlessToken(String userName) {
        return signed(key, claims(userName).expirationTime(null).build());
    }

    String tokenOfAnotherIssuer(String userName) {
        return signed(key, claims(userName).issuer("http://elsewhere.example").build());
    }

    /** The right words under the right key number, but signed by somebody else. */
    String forgedToken(String userName) {
        return signed(foreignKey, claims(userName).build());
    }

    private JWTClaimsSet.Builder claims(String userName) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("onewindow")
                .subject("0f6d1c9e")
                .claim("preferred_username", userName)
                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))));
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
