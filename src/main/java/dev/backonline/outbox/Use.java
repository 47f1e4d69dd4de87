package dev.backonline.outbox;

import dev.backonline.message.Saying;

/** What a delivery is still good for, judged when its turn has come. */
public sealed interface Use {
    /** Worth sending, in these words. */
    record Say(Saying saying) implements Use {}

    /** What follows in the thread says it, or it is no longer so. */
    record Superseded(String why) implements Use {}

    /** The file says that a late message is not wanted. */
    record Unwanted(String why) implements Use {}
}
