package dev.backonline.incident;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person tells the bot to do; {@code by} is who. Texts are by language; the page's first language stands in for those that
 * are missing. A person's words stop the automation of that incident.
 */
public sealed interface Command {
    String by();

    /** Lets a waiting draft of this incident be told, and its deliveries that wait for approval be sent. */
    record Approve(String by, IncidentId incident) implements Command {}

    /** Drops a waiting draft of this incident, and its deliveries that wait for approval. */
    record Reject(String by, IncidentId incident, String why) implements Command {}

    /**
     * Speaks of an incident, or opens one by hand where none is named. {@code services}: those that it is about (for an open incident,
     * none: as they are told); {@code state}: what is told of them; {@code status}: how far it has come.
     */
    record Post(
            String by,
            Optional<IncidentId> incident,
            List<ServiceId> services,
            Optional<ServiceState> state,
            Optional<Status> status,
            Map<Locale, String> texts)
            implements Command {
        public Post {
            services = List.copyOf(services);
            texts = Map.copyOf(texts);
        }
    }

    /** Ends an incident; without texts in the usual words. */
    record Resolve(String by, IncidentId incident, Map<Locale, String> texts) implements Command {
        public Resolve {
            texts = Map.copyOf(texts);
        }
    }

    /** Withdraws an incident as a false alarm; without texts in the usual words. */
    record Correct(String by, IncidentId incident, Map<Locale, String> texts) implements Command {
        public Correct {
            texts = Map.copyOf(texts);
        }
    }

    /** The kill switch: nothing automatic becomes public from now on. */
    record Mute(String by, String why) implements Command {}

    /** Ends it. */
    record Unmute(String by) implements Command {}
}
