package dev.backonline.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** What one question was answered with; reasons are for operators, never for the public. */
public sealed interface Answer {
    /** Why it is no plain success; empty if it is. */
    String reason();

    /** The service did what was asked. */
    record Up() implements Answer {
        @Override
        public String reason() {
            return "";
        }
    }

    /** The service did what was asked, but took longer than it should. */
    record Slow(String reason) implements Answer {}

    /** The service did not do what was asked. */
    record Down(Layer layer, String reason) implements Answer {}

    /** Our own side failed, so nothing was learned about the service. */
    record Inconclusive(String reason) implements Answer {}

    /** Where a failure was met: before any answer came, or in the answer itself. */
    enum Layer {
        TRANSPORT,
        ANSWER
    }

    /** The answer of a service that did what was asked, by the time that it took. */
    static Answer upAfter(Duration took, Duration limit) {
        return took.compareTo(limit) <= 0
                ? new Up()
                : new Slow("answered after %s, more than %s".formatted(readable(took), readable(limit)));
    }

    /** Nothing came, or not all of it. */
    static Answer unanswered(Duration timeout) {
        return new Down(Layer.TRANSPORT, "no answer within " + readable(timeout));
    }

    /** A time as people write it, such as {@code 800ms} or {@code 1.5s}. */
    static String readable(Duration time) {
        var millis = time.toMillis();
        if (millis < 1000) {
            return millis + "ms";
        }
        var seconds = BigDecimal.valueOf(millis, 3).setScale(2, RoundingMode.HALF_UP);
        return seconds.stripTrailingZeros().toPlainString() + "s";
    }
}
