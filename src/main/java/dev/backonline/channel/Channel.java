package dev.backonline.channel;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries posts to one account, room or hook on one network. {@link #prepare} is pure; the others block (virtual thread)
 * and never throw: what may fail outside is a value. The engine owns every repeat.
 */
public interface Channel {
    /** The exact body to send. Authentication, time stamps and signatures of the envelope do not belong to it. */
    String prepare(Post post);

    /** Exactly one attempt. */
    Outcome send(Frozen frozen, Instant now);

    /** The exact body that puts a text in the place of what the post's parent said. Pure. Only asked where posts can be edited. */
    default String prepareEdit(Post post) {
        return prepare(post);
    }

    /** Exactly one attempt at that; what was edited keeps its id. An edit may always be repeated: the same text is put there again. */
    default Outcome edit(Frozen frozen, Instant now) {
        return new Outcome.Rejected("posts on this network can't be edited");
    }

    /** The id of the newest own post: what is older cannot be the one looked for. Only asked where posts are looked up. */
    default Sighting newest(Instant now) {
        return new Sighting.Nothing();
    }

    /** Looks for a post that may have been made. Only asked where posts can be looked up. */
    default Sighting lookUp(Frozen frozen, Claimed claimed, Instant now) {
        return new Sighting.Unavailable("this network cannot be looked up", Optional.empty());
    }

    /** Whether the network takes our credentials, asked without posting anything. */
    default Probe probe(Instant now) {
        return new Probe.Mute("this network can only be asked by posting to it");
    }

    /** When what opens the network's door ends unless it is renewed before, if the network has said so. May block on the database. */
    default Optional<Instant> ending() {
        return Optional.empty();
    }

    /** Which ids at the network are known to belong to other deliveries. */
    @FunctionalInterface
    interface Claimed {
        boolean byAnother(String id);
    }

    /**
     * What one delivery says, and who says it of what, before it takes its network's form. {@code messages} has one per language of
     * the delivery: one, unless the channel carries all at once. {@code key} is unique to this text of this delivery; {@code parent}
     * is what it replies to.
     */
    record Post(
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

        /** What a service is called in the language of the message; one that has left the file keeps its id. */
        public String name(ServiceId id) {
            return catalog.find(id)
                    .map(service -> service.name().in(message().language()))
                    .orElse(id.value());
        }
    }
}
