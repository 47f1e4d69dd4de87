package dev.backonline.channel;

import dev.backonline.message.Limit;
import java.time.Duration;

/**
 * What a network can do. {@code thread}: follow-ups are replies. {@code allLanguages}: one delivery carries every language.
 * {@code parallel}: how many threads may be served at once. {@code deadline}: the longest that one attempt may take. {@code pace}: how
 * often the network likes to be posted to.
 */
public record Capabilities(
        Repeat repeat, Limit limit, boolean thread, boolean allLanguages, int parallel, Duration deadline, Pace pace) {

    /** A token bucket: {@code burst} posts at once, and another after each {@code each}. */
    public record Pace(int burst, Duration each) {
        /** Where the network's own answer, a 429, is all that bounds us. */
        public static final Pace FREE = new Pace(Integer.MAX_VALUE, Duration.ZERO);
    }

    /** The way out of an unknown outcome: what a repeat of the same delivery does at the network. */
    public sealed interface Repeat {
        /** Class A: we choose the id, a repeat is the same post. */
        record Same() implements Repeat {}

        /** Class B: a key makes a repeat the same post while it lives; looked up first all the same, since servers differ. */
        record Keyed(Duration life) implements Repeat {}

        /** Class C: no key; own posts can be looked up. */
        record LookUp() implements Repeat {}

        /** Class D: neither; the operator chooses between a missing and a double post. */
        record Blind(OnUnknown policy) implements Repeat {}
    }

    /** What happens to a post that may or may not have arrived, where nobody can tell. */
    public enum OnUnknown {
        HOLD,
        RESEND
    }
}
