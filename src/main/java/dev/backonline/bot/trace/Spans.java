package dev.backonline.bot.trace;

import dev.backonline.outbox.Delivery.Trail;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the steps of a trace are written down. Never blocks, never throws. */
public interface Spans {
    /**
     * Begins one after what it follows from, or as the first of its trace. {@code about}: one of few words, such as a channel's name. A span
     * that is not ended is never written down.
     */
    Span begin(Step step, String about, Instant at, Optional<Trail> after);

    /** One step while it is being described. */
    interface Span {
        /** For what follows from it; empty if nothing can. */
        Optional<Trail> trail();

        Span with(Fact fact, String value);

        Span with(Fact fact, long value);

        Span with(Fact fact, List<String> values);

        /** It came to nothing; {@code kind} is one of few words. */
        Span failed(String kind);

        void end(Instant at);
    }

    /** What is done on the way from an answer to a post. */
    enum Step {
        /** A service was asked, or told us, what made its verdict another one. */
        CHECK,
        /** It was decided to tell of it, and written down together with whom. */
        DECIDE,
        /** It was put into words for one recipient. */
        PREPARE,
        /** The network was written to, once. */
        SEND,
        /** What may have arrived was looked for at the network. */
        LOOK_UP
    }

    /**
     * All that a span may say: names out of the file, and words of our own. No address, no text and no reason has a place here, since any of
     * them might hold a secret.
     */
    enum Fact {
        SERVICES,
        SERVICE,
        CHECK,
        CHECK_TYPE,
        LOCATION,
        ANSWER,
        INCIDENT,
        UPDATE,
        TRANSITION,
        DELIVERY,
        CHANNEL,
        CHANNEL_TYPE,
        LANGUAGE,
        ATTEMPT,
        OUTCOME
    }
}
