package dev.backonline.check;

/** What one question was answered with; reasons are for operators, never for the public. */
public sealed interface Answer {

    /** The service did what was asked. */
    record Up() implements Answer {}

    /** The service did what was asked, but took longer than it should. */
    record Slow(String reason) implements Answer {}

    /** The service did not do what was asked. */
    record Down(Layer layer, String reason) implements Answer {}

    /** Our own side failed, so nothing was learned about the service. */
    record Inconclusive(String reason) implements Answer {}

    /** Where a failure was met: before any answer came, or in the answer itself. */
    enum Layer {
        TRANSPORT,
        ANSWER
    }
}
