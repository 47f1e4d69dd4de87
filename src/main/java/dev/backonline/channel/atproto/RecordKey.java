package dev.backonline.channel.atproto;

import dev.backonline.channel.PublicId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The key that we choose for a post: a timestamp identifier (atproto.com/specs/tid), which says when in microseconds and, in its last
 * ten bits, by whom. The same delivery always has the same one; two deliveries differ, since what is finer than a second comes from
 * their own keys.
 */
public record RecordKey(String text) {
    private static final String ALPHABET = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS = 5;
    private static final int CLOCK_BITS = 10;
    private static final long MICROS = 1_000_000;

    public static RecordKey of(String key, Instant at) {
        var random = ByteBuffer.wrap(PublicId.sha256(key.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        var micros = (at.getEpochSecond() * MICROS) + Long.remainderUnsigned(random >>> CLOCK_BITS, MICROS);
        return of((micros << CLOCK_BITS) | (random & ((1 << CLOCK_BITS) - 1)));
    }

    /** The highest bit is never set, so that the first character is one of the first half. */
    private static RecordKey of(long number) {
        var text = new StringBuilder();
        for (var place = LENGTH - 1; place >= 0; place--) {
            text.append(ALPHABET.charAt((int) ((number >>> (place * BITS)) & (ALPHABET.length() - 1))));
        }
        return new RecordKey(text.toString());
    }
}
