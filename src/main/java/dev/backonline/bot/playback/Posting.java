package dev.backonline.bot.playback;

import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.message.Message;
import dev.backonline.outbox.Recipient;
import java.time.Instant;
import java.util.List;

/**
 * One post that would have been made: where, when, in which words (one text for each language that it carries), and the incident as
 * it was when it was told. {@code stance}: how it stands to the earlier ones of its thread.
 */
public record Posting(
        ChannelPlan<?> plan,
        Recipient recipient,
        Instant at,
        Incident incident,
        List<Message> messages,
        Stance stance) {
    public Posting {
        messages = List.copyOf(messages);
    }

    /** How a post stands to the earlier ones of its thread. */
    public enum Stance {
        ALONE,
        /** Below it. */
        REPLY,
        /** In its place. */
        EDIT
    }

    public IncidentId thread() {
        return incident.id();
    }

    public Message message() {
        return messages.getFirst();
    }
}
