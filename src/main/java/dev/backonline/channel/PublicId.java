package dev.backonline.channel;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids shaped as Statuspage's are, which stay the same as long as the thing is named the same in the file: on the page and in posts. */
public final class PublicId {
    private static final int LENGTH = 12;
    private static final int DIGITS_AND_LETTERS = 36;

    private PublicId() {}

    /** The id of a thing by its name; {@code kind} says what it is, so that a group and a service of one name differ. */
    public static String of(String kind, String name) {
        var digits = new BigInteger(1, sha256((kind + ":" + name).getBytes(StandardCharsets.UTF_8)))
                .toString(DIGITS_AND_LETTERS);
        return digits.substring(digits.length() - LENGTH);
    }

    public static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
