package dev.backonline.outbox;

import dev.backonline.message.Saying;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What one channel is told: its threads (one for each language; a channel that carries all languages in one body has one), what of
 * an incident it hears, whether a network that missed all of it gets one summary, and whether it is closing: then its open threads are
 * ended, and no new one is begun.
 */
public record Subscription(
        ChannelId channel, Audience audience, List<Locale> languages, Set<Saying> tell, Late late, boolean closing) {
    public Subscription {
        languages = List.copyOf(languages);
        tell = Set.copyOf(tell);
    }

    public List<Recipient> recipients() {
        return languages.stream()
                .map(language -> new Recipient(channel, language))
                .toList();
    }

    /** Who reads a channel. */
    public enum Audience {
        PUBLIC,
        INTERNAL
    }

    /** What a network gets that could not be reached during a whole outage. */
    public enum Late {
        SUMMARY,
        DROP
    }
}
