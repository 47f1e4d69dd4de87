package dev.backonline.outbox;

import dev.backonline.incident.Publishing;
import dev.backonline.message.Saying;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What one channel is told: its threads (one for each language; a channel that carries all languages in one body has one), what of
 * an incident it hears, whether a network that missed all of it gets one summary, and whether it is closing: then its open threads are
 * ended, and no new one is begun; and how careful it is.
 */
public record Subscription(
        ChannelId channel,
        Audience audience,
        List<Locale> languages,
        Set<Saying> tell,
        Late late,
        boolean closing,
        Caution caution) {
    public Subscription {
        languages = List.copyOf(languages);
        tell = Set.copyOf(tell);
    }

    /** Nothing waits for approval, and nothing is rationed. */
    public Subscription(
            ChannelId channel,
            Audience audience,
            List<Locale> languages,
            Set<Saying> tell,
            Late late,
            boolean closing) {
        this(channel, audience, languages, tell, late, closing, Caution.NONE);
    }

    /** The same, in one language. */
    public Subscription speaking(Locale language) {
        return new Subscription(channel, audience, List.of(language), tell, late, closing, caution);
    }

    /** The same where nobody has to approve anything. */
    public Subscription unattended() {
        var free = new Caution(Publishing.Approval.NEVER, caution.cap());
        return new Subscription(channel, audience, languages, tell, late, closing, free);
    }

    /** What a person has to approve on this channel, and how many posts a day it takes at most. */
    public record Caution(Publishing.Approval approve, OptionalInt cap) {
        public static final Caution NONE = new Caution(Publishing.Approval.NEVER, OptionalInt.empty());
    }

    /** Whether it is told of alarms, and of nothing else. */
    public boolean isForOperators() {
        return audience == Audience.INTERNAL;
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
