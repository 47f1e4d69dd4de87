package dev.backonline.bot.playback;

import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import dev.backonline.verdict.Rule;
import java.time.Duration;
import java.util.List;

/**
 * All that one check answered, in order of time. {@code holds}: what was answered is answered again at every interval until the next
 * sample; else the samples are all the answers there were.
 */
public record Course(Subject subject, Duration every, boolean holds, List<Sample> samples) {
    public Course {
        samples = List.copyOf(samples);
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
