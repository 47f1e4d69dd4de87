package dev.backonline.check.heartbeat;

/** What one call of a service says. */
sealed interface Pulse {
    /** A run begins, whose time is measured. */
    record Started() implements Pulse {}

    /** It lives; or the run that began is well over. */
    record Succeeded() implements Pulse {}

    /** It says itself that it failed. */
    record Failed(String reason) implements Pulse {}
}
