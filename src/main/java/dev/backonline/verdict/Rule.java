package dev.backonline.verdict;

import dev.backonline.catalog.ServiceState;
import dev.backonline.check.CheckId;
import java.time.Duration;

/**
 * How one check is judged: what its failure means to the public, how many observations confirm it, and how many locations must agree
 * that there is trouble.
 */
public record Rule(
        CheckId check, Duration every, ServiceState impact, Confirmation fails, Confirmation recovers, int locations) {
    public Rule {
        if (!impact.isTrouble()) {
            throw new IllegalArgumentException("the impact of check '%s' should be a kind of trouble".formatted(check));
        }
        if (locations < 1) {
            throw new IllegalArgumentException(
                    "check '%s' should be asked from at least one location".formatted(check));
        }
    }

    /** One location is enough. */
    public Rule(CheckId check, Duration every, ServiceState impact, Confirmation fails, Confirmation recovers) {
        this(check, every, impact, fails, recovers, 1);
    }

    /** How many observations are worth keeping. */
    int memory() {
        return Math.max(fails.window(), recovers.window());
    }

    /**
     * An answer that the next question (or now) is further away from is not part of the present. DESIGN says two intervals; the
     * half is for the time that an answer takes and for a question asked late.
     */
    Duration gap() {
        return every.plus(every).plusNanos(every.toNanos() / 2);
    }
}
