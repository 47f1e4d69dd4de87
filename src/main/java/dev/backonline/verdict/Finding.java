package dev.backonline.verdict;

import java.time.Instant;

/** What the newest observations of one check mean together, since when, and why. */
record Finding(Condition condition, Instant since, Instant confirmed, String reason) {

    /** From unknown to worst. */
    enum Condition {
        UNKNOWN,
        HEALTHY,
        SLOW,
        FAILING;

        boolean isTrouble() {
            return this == SLOW || this == FAILING;
        }
    }

    static Finding unknown(Instant since, String reason) {
        return new Finding(Condition.UNKNOWN, since, since, reason);
    }

    Finding from(Instant start) {
        return new Finding(condition, start, confirmed, reason);
    }
}
