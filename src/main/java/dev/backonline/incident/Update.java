package dev.backonline.incident;

import dev.backonline.catalog.Translated;
import java.time.Instant;
import java.util.Optional;

/**
 * One step of an incident: what was told, when it was decided, and why (for operators only). {@code words}: a person said it.
 */
public record Update(int number, Instant at, Status status, Transition transition, String why, Optional<Words> words) {

    /** A person's words: who said it, and the text for the public, unless the usual one was meant. */
    public record Words(String by, Optional<Translated> text) {}

    /** Decided by the automation. */
    public Update(int number, Instant at, Status status, Transition transition, String why) {
        this(number, at, status, transition, why, Optional.empty());
    }
}
