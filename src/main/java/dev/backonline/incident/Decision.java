package dev.backonline.incident;

import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import java.time.Instant;
import java.util.List;

/** What was decided: something to be told, or something that is kept to ourselves. Each says why. */
public sealed interface Decision permits Change, Decision.Quiet {

    /** A decision that nobody outside hears of; it is written down and it may end or begin what holds others back. */
    sealed interface Quiet extends Decision {
        /** For operators only. */
        String why();
    }

    /** A claim waits for a person before it is made. */
    record Drafted(Draft draft) implements Quiet {
        @Override
        public String why() {
            return draft.why();
        }
    }

    /** A person lets the claim be made; it is made as soon as it is still true. */
    record Approved(Draft draft, String by, Instant at) implements Quiet {
        @Override
        public String why() {
            return "approved by " + by;
        }
    }

    /** The claim is not made: a person refused it, nobody came in time, or it was over before. {@code dismissed}: what is not to be
     * drafted anew while it lasts. */
    record Dropped(Draft draft, String why, List<Dismissal> dismissed) implements Quiet {
        public Dropped {
            dismissed = List.copyOf(dismissed);
        }
    }

    /** Trouble that a person had dismissed is over: the next is judged as any other. */
    record Forgotten(Dismissal dismissal, String why) implements Quiet {}

    /** From now on nothing automatic becomes public. */
    record Muted(Mute mute) implements Quiet {
        @Override
        public String why() {
            return mute.why();
        }
    }

    /** What is so now may be told again. */
    record Unmuted(String by, Instant at) implements Quiet {
        @Override
        public String why() {
            return "lifted by " + by;
        }
    }
}
