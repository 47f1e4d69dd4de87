package dev.backonline.check.signal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of one trouble that a sender told of: how it stands, and when it was last heard of. */
record Affair(boolean firing, boolean slow, String name, Alert.Times times, Duration heard) {
    /**
     * Ours: Alertmanager dates alerts, not messages. One that says again what has just ended was under way, by one of two
     * Alertmanagers or after a retry; one that says it later than this means that it goes on after all.
     */
    private static final Duration UNDER_WAY = Duration.ofSeconds(30);

    static Affair of(Alert alert, boolean firing, boolean slow, Duration now) {
        return new Affair(firing, slow, alert.name(), alert.times(), now);
    }

    /** Whether news of the same trouble is older than this. */
    boolean isNewerThan(Affair news) {
        if (times.said().isPresent() && news.times.said().isPresent()) {
            return isBefore(news.times.said(), times.said());
        }
        if (firing == news.firing) {
            return false;
        }
        return news.firing
                ? isBefore(news.times.began(), times.ended())
                        && news.heard.minus(heard).compareTo(UNDER_WAY) < 0
                : isBefore(news.times.ended(), times.began());
    }

    private static boolean isBefore(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && other.filter(it -> one.get().isBefore(it)).isPresent();
    }
}
