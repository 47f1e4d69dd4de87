package dev.backonline.outbox;

import java.util.Set;

/** How far a delivery has come, and where it can go from there; the arrows are the only ones there are. */
public enum DeliveryState {
    /** For what stands before it in its thread, or for approval. */
    WAITING,
    READY,
    /** Frozen and committed; the socket may have been written. */
    SENDING,
    SENT,
    /** It may have arrived: looked up before it is repeated. */
    UNKNOWN,
    /** A person is needed, or mended credentials. */
    HELD,
    SUPERSEDED,
    ABANDONED;

    public Set<DeliveryState> next() {
        return switch (this) {
            case WAITING -> Set.of(READY, SUPERSEDED, ABANDONED);
            case READY -> Set.of(SENDING, SUPERSEDED, ABANDONED);
            case SENDING -> Set.of(SENT, READY, UNKNOWN, HELD, ABANDONED);
            case UNKNOWN -> Set.of(SENT, READY, HELD);
            case HELD -> Set.of(READY, SENT, SUPERSEDED, ABANDONED);
            case SENT, SUPERSEDED, ABANDONED -> Set.of();
        };
    }

    /** Whether what follows in the thread has to wait for it. A held one is not waited for: a person may take days. */
    public boolean blocksThread() {
        return switch (this) {
            case WAITING, READY, SENDING, UNKNOWN -> true;
            case SENT, HELD, SUPERSEDED, ABANDONED -> false;
        };
    }
}
