package dev.backonline.operator.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** The SHA-256 digest of an operator's token, in small hexadecimal digits: whoever reads it can't show the token. */
public record Pass(String digest) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-fA-F]{64}");
    /** Ours: what can be guessed opens the public voice to anybody. A token of 32 random bytes has 43 characters. */
    private static final int LEAST_CHARACTERS = 20;

    /** A token, which is forgotten at once, or {@code sha256:} and its digest. */
    public static Pass parse(String text) {
        if (DIGEST.matcher(text).matches()) {
            return new Pass(text.substring("sha256:".length()).toLowerCase(Locale.ROOT));
        }
        if (text.length() < LEAST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "a token should have at least %d characters, or be given as 'sha256:' and 64 hexadecimal digits"
                            .formatted(LEAST_CHARACTERS));
        }
        return of(text);
    }

    public static Pass of(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return new Pass(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }

    /** In the same time whatever it says. */
    public boolean opensWith(Pass shown) {
        return MessageDigest.isEqual(
                digest.getBytes(StandardCharsets.US_ASCII), shown.digest.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public String toString() {
        return "***";
    }
}
