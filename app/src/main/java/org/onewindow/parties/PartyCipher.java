package org.onewindow.parties;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Bug;

/**
 * Seals a party's data with the party's own key (AES-256-GCM), wraps that key with one derived from the master key, and makes
 * the keyed digests (HMAC-SHA-256) by which a party is found.
 */
final class PartyCipher {

    private static final String AES = "AES";
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORM = 1;

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master;
    private final SecretKey wrapping;
    private final SecretKey digesting;
    /** Keys of callers outside, by purpose: derived from a master key that never changes. */
    private final Map<String, SecretKey> ofPurposes = new ConcurrentHashMap<>();

    PartyCipher(MasterKey master) {
        this.master = master;
        this.wrapping = master.derive("wrap", AES);
        this.digesting = master.derive("digest", HMAC);
    }

    /** A new key for one party, wrapped. */
    byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return encrypt(wrapping, key);
    }

    byte[] seal(byte[] wrappedKey, PartyDetails details) {
        return encrypt(unwrap(wrappedKey), written(details));
    }

    PartyDetails open(byte[] wrappedKey, byte[] sealed) {
        return read(decrypt(unwrap(wrappedKey), sealed));
    }

    /** The same for the same purpose and text; the purpose keeps digests of equal texts apart. */
    byte[] digest(String purpose, String text) {
        return hmac(digesting, purpose + "\u0000" + text);
    }

    /** The same for callers outside: under keys of their own, so that they can't ask for our digests. */
    byte[] digestFor(String purpose, String text) {
        return hmac(ofPurposes.computeIfAbsent(purpose, name -> master.derive("digest/" + name, HMAC)), text);
    }

    /** Seals what a caller keeps for a while, under a key of that purpose. */
    byte[] sealFor(String purpose, byte[] plain) {
        return encrypt(master.derive("seal/" + purpose, AES), plain);
    }

    byte[] openFor(String purpose, byte[] sealed) {
        return decrypt(master.derive("seal/" + purpose, AES), sealed);
    }

    private static byte[] hmac(SecretKey key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw Bug.found("no HMAC in this Java", missing);
        }
    }

    private SecretKey unwrap(byte[] wrappedKey) {
        return new SecretKeySpec(decrypt(wrapping, wrappedKey), AES);
    }

    private byte[] encrypt(SecretKey key, byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw Bug.found("sealing failed", impossible);
        }
    }

    private static byte[] decrypt(SecretKey key, byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException changed) {
            throw Bug.found("sealed data was changed or belongs to another key", changed);
        }
    }

    private static byte[] written(PartyDetails details) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            out.writeUTF(details.kind().name());
            out.writeUTF(details.name());
            out.writeUTF(details.idNumber());
            String phone = details.phone();
            out.writeBoolean(phone != null);
            if (phone != null) {
                out.writeUTF(phone);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static PartyDetails read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte form = in.readByte();
            if (form != FORM) {
                throw Bug.found("sealed data of form " + form);
            }
            PartyDetails.Kind kind = PartyDetails.Kind.valueOf(in.readUTF());
            String name = in.readUTF();
            String idNumber = in.readUTF();
            @Nullable String phone = in.readBoolean() ? in.readUTF() : null;
            return new PartyDetails(kind, name, idNumber, phone);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
