package dev.backonline.channel;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one delivery says, and who says it of what, before it takes its network's form. {@code messages} has one per language of the delivery: one, unless
 * the channel carries all at once. {@code key} is unique to this text of this delivery; {@code parent} is what it replies to.
 */
public record Post(
        Identity identity,
        Catalog catalog,
        Incident incident,
        Update update,
        List<Message> messages,
        URI url,
        String key,
        Instant at,
        Optional<Posted> parent) {
    public Post {
        messages = List.copyOf(messages);
    }

    public Message message() {
        return messages.getFirst();
    }
}
