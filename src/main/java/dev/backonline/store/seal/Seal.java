package dev.backonline.store.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what must not be read from the database: AES-256-GCM under the operator's own key, bound to whose it is. */
public final class Seal {
    /** In bytes: AES-256. */
    private static final int KEY = 32;
    /** In bytes, as NIST SP 800-38D recommends; random, so that a key may seal some four billion times. */
    private static final int NONCE = 12;
    /** In bits: the longest tag that GCM has. */
    private static final int TAG = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /**
     * The key is 32 random bytes in Base64.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Seal(String key) {
        this.key = new SecretKeySpec(bytes(key.strip()), "AES");
    }

    private static byte[] bytes(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (bytes.length == KEY) {
                return bytes;
            }
            throw new IllegalArgumentException("should be %d bytes in Base64, and is %d".formatted(KEY, bytes.length));
        } catch (IllegalArgumentException mistake) {
            var tooShort = String.valueOf(mistake.getMessage()).startsWith("should");
            throw tooShort ? mistake : new IllegalArgumentException("should be %d bytes in Base64".formatted(KEY));
        }
    }

    public String close(String plain, String owner) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty if it was sealed with another key, or for another owner. */
    public Optional<String> open(String sealed, String owner) {
        try {
            var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            var nonce = new byte[NONCE];
            whole.get(nonce);
            var rest = new byte[whole.remaining()];
            whole.get(rest);
            return Optional.of(
                    new String(cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
