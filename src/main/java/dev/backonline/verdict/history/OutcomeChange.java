package dev.backonline.verdict.history;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import java.time.Duration;
import java.time.Instant;

/**
 * An answer that was of another kind than the one before it of the same check at the same location, or the first since a start; all
 * answers up to the next change were of the same kind. {@code reason} is for operators; that of an answer that is up is empty.
 */
public record OutcomeChange(CheckId check, Location location, Instant at, Kind kind, Duration took, String reason) {
    /** Ours: a reason may quote what a server sent. */
    private static final int LONGEST_REASON = 200;

    public OutcomeChange {
        reason = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    /** The kinds of answers. */
    public enum Kind {
        UP,
        SLOW,
        DOWN,
        INCONCLUSIVE;

        static Kind of(Answer answer) {
            return switch (answer) {
                case Answer.Up _ -> UP;
                case Answer.Slow _ -> SLOW;
                case Answer.Down _ -> DOWN;
                case Answer.Inconclusive _ -> INCONCLUSIVE;
            };
        }
    }

    static OutcomeChange of(Observation observation) {
        return new OutcomeChange(
                observation.check(),
                observation.location(),
                observation.at(),
                Kind.of(observation.answer()),
                observation.took(),
                observation.answer().reason());
    }

    /** What the check is of: a service's id, or {@code _canaries}. */
    public String service() {
        var name = check.value();
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
