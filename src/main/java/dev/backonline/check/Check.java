package dev.backonline.check;

/** Asks one service one question. Blocks (virtual thread). Never throws: a failure is an answer. */
@FunctionalInterface
public interface Check {
    /** Asks once, and answers within the time-out that the check was made with. */
    Answer ask();
}
