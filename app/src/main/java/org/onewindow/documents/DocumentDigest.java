package org.onewindow.documents;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.onewindow.kernel.Bug;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The digest that ties a paper to the content fixed by its command: HMAC-SHA-256 over the model as JSON with sorted keys.
 *
 * <p>It is salted because a model holds names and numbers, which could be guessed from a bare digest that stands in an
 * event for ever (V1, V3). Keep the salt with the personal data, so that destroying them destroys the way back.
 */
public final class DocumentDigest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private DocumentDigest() {}

    /**
     * The digest of a model.
     *
     * @param salt at least 8 bytes, random per subject
     * @return 64 hexadecimal digits
     */
    public static String of(DocumentModel model, byte[] salt) {
        if (salt.length < 8) {
            throw Bug.found("a salt of " + salt.length + " bytes");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            mac.update(DocumentKind.of(model).name().getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) '\n');
            return HexFormat.of().formatHex(mac.doFinal(JSON.writeValueAsBytes(model)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw Bug.found("every Java has HMAC-SHA-256", e);
        }
    }
}
