package dev.backonline.bot.watch;

import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import java.time.Instant;
import java.util.Map;

/** What passes between this watch and those of other processes. Called by many threads; never blocks. */
public interface Hearsay {
    /** Where there are no others. */
    Hearsay NONE = new Hearsay() {
        @Override
        public void believed(Observation observation) {}

        @Override
        public Map<CheckId, Instant> known() {
            return Map.of();
        }
    };

    /** This was observed here and vetted, so that others may judge by it. */
    void believed(Observation observation);

    /** The checks that others ask, and until when all that they answered is known here; none of whom nothing was heard lately. */
    Map<CheckId, Instant> known();
}
