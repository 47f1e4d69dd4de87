package dev.backonline.incident;

import java.util.List;
import java.util.Optional;

/**
 * Takes people's commands. Blocks on the database, and throws when that is away: then nothing was done. What is wrong with a command
 * is an answer. The same command twice is refused or changes nothing where it would say the same again.
 */
public interface Desk {
    Reply submit(Command command);

    /** What came of a command, in words for the person. */
    sealed interface Reply {
        /** Written down. {@code incident}: the one that it concerned; {@code notes}: what the person should know. */
        record Done(Optional<IncidentId> incident, List<String> notes) implements Reply {
            public Done {
                notes = List.copyOf(notes);
            }
        }

        /** Nothing was done: what is wrong, and the rule. */
        record Refused(String why) implements Reply {}
    }
}
