package dev.backonline.operator.command;

import dev.backonline.incident.Command;
import dev.backonline.outbox.ChannelId;
import java.util.List;
import java.util.Locale;

/** Shows what a command would have told, and where, and does nothing. Blocks on the database; throws when that is away. */
public interface Galleys {
    Pull pull(Command command);

    /** What would come of it. */
    sealed interface Pull {
        /** These posts, in the order of the file; {@code notes}: what the person should know. */
        record Drawn(List<Galley> galleys, List<String> notes) implements Pull {
            public Drawn {
                galleys = List.copyOf(galleys);
                notes = List.copyOf(notes);
            }
        }

        /** Nothing would be done, and why. */
        record Refused(String why) implements Pull {}
    }

    /** One post in one language as it would be now; {@code note}: what keeps it back, or empty. */
    record Galley(ChannelId channel, Locale language, String text, String note) {}
}
