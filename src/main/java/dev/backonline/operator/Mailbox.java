package dev.backonline.operator;

import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import java.util.List;

/** Where messages for the checks of one address are put. */
public interface Mailbox {
    /** The methods of HTTP that a message may come with. */
    List<String> methods();

    /** How many bytes of a body are worth keeping. */
    int worthKeeping();

    /** Whether one who shows this token may put in a message now. Never blocks; takes the same time for every wrong token. */
    Admission admits(String token);

    /** Puts in a message for the checks that know the token. May take as long as the message is large. */
    Receipt put(String token, Notice notice);

    /** Whether somebody may put in a message. */
    enum Admission {
        WELCOME,
        STRANGER,
        TOO_OFTEN
    }

    /** What became of a message. */
    sealed interface Receipt {
        /** So many checks heard of it, and others at this address did not have to. */
        record Accepted(int checks) implements Receipt {}

        /** It can't be understood; {@code why} repeats nothing of it. */
        record Refused(Fault fault, String why) implements Receipt {}
    }
}
