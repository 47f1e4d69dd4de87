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
 * it was when it was told. {@code reply}: it stands below an earlier one of its thread.
 */
public record Posting(
        ChannelPlan<?> plan,
        Recipient recipient,
        Instant at,
        Incident incident,
        List<Message> messages,
        boolean reply) {
    public Posting {
        messages = List.copyOf(messages);
    }

    public IncidentId thread() {
        return incident.id();
    }

    public Message message() {
        return messages.getFirst();
    }
}
