package dev.backonline.verdict.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps how services were. Blocks on the database, and throws if it is away. Times are kept to the millisecond. Several processes may
 * write the same minutes, each as a writer of its own; whoever reads gets one bucket of each time.
 */
public interface History {
    /** Minutes as one writer has them, and changes of outcome that are not written yet. */
    record Notes(String writer, List<Bucket> minutes, List<OutcomeChange> changes) {
        public Notes {
            minutes = List.copyOf(minutes);
            changes = List.copyOf(changes);
        }

        public boolean isEmpty() {
            return minutes.isEmpty() && changes.isEmpty();
        }
    }

    /** All of it or nothing; a minute that this writer has written before is replaced. */
    void write(Notes notes);

    /** Makes the hour or day anew of all minutes or hours from its start until its end; what is gone of them changes nothing. */
    void sumUp(Width width, Instant start, Instant end);

    /** Those that start at {@code from} or later, before {@code until}; the oldest first. */
    List<Bucket> read(Width width, Instant from, Instant until);

    /** When the newest bucket of this width starts. */
    Optional<Instant> newest(Width width);

    /** Changes of outcome at {@code from} or later, before {@code until}, the oldest first, at most so many. */
    List<OutcomeChange> changes(Instant from, Instant until, int most);

    /** Ends what is older than is to be kept; of each check and location the change stays that still held then. */
    void forget(Retention retention, Instant now);
}
