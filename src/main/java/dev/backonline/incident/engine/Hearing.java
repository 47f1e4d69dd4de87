package dev.backonline.incident.engine;

import dev.backonline.incident.Decision;
import java.util.List;

/** What a person's command comes to. */
public sealed interface Hearing {
    /** To be written down; {@code notes}: what the person should know. */
    record Granted(Decision decision, List<String> notes) implements Hearing {
        public Granted {
            notes = List.copyOf(notes);
        }
    }

    /** It cannot be done: what is wrong, and the rule. */
    record Refused(String why) implements Hearing {}
}
