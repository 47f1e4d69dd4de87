package dev.backonline.bench;

import java.time.Duration;

/** How much is asked, and how long; each may be set by {@code -Dchecks=… -Devery=… -Dseconds=…}. */
record Load(int checks, Duration every, Duration length) {

    static Load configured() {
        return new Load(
                Integer.getInteger("checks", 10_000),
                Duration.ofSeconds(Integer.getInteger("every", 10)),
                Duration.ofSeconds(Integer.getInteger("seconds", 10)));
    }

    double perSecond() {
        return checks / (every.toMillis() / 1e3);
    }
}
