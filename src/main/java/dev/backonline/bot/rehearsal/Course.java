package dev.backonline.bot.rehearsal;

import dev.backonline.catalog.ServiceId;
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

    /** A check of a service, and how it is judged. */
    public record OfService(ServiceId service, Rule rule) implements Subject {}

    /** A check of something that is surely up. */
    public record OfCanary() implements Subject {}
}
