package dev.backonline.bot.playback;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.util.List;

/**
 * All that one check answered, in order of time. {@code holds}: what was answered is answered again at every interval until the next
 * shot; else the shots are all the answers there were.
 */
public record Tape(Subject subject, Duration every, boolean holds, List<Shot> shots) {
    public Tape {
        shots = List.copyOf(shots);
    }

    /** What is asked: a check of a service, or a canary. */
    public sealed interface Subject {}

    /** A check of a service, how it is judged, and from where it is asked. */
    public record OfService(ServiceId service, Rule rule, Location location) implements Subject {
        /** As from a single place. */
        public OfService(ServiceId service, Rule rule) {
            this(service, rule, Location.HERE);
        }
    }

    /** A check of something that is surely up. */
    public record OfCanary(CheckId check) implements Subject {}
}
