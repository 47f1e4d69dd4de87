package dev.backonline.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Lets in who shows the right token; keeps only its digest. */
public final class Doorkeeper {
    /** RFC 6750: the only scheme; a cookie would let any web page speak for its reader. */
    private static final String SCHEME = "Bearer ";

    private final byte[] expected;

    public Doorkeeper(String token) {
        this.expected = digest(token);
    }

    /** {@code authorization} is the header of that name; compared in the same time whatever it says. */
    public boolean admits(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(this::knows)
                .isPresent();
    }

    /** Whether it is the right token; compared in the same time whatever it is. */
    public boolean knows(String token) {
        return MessageDigest.isEqual(digest(token), expected);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
