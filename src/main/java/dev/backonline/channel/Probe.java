package dev.backonline.channel;

import java.util.OptionalInt;

/** What a network says of our credentials, asked without posting anything; the words are for operators and hold no secret. */
public sealed interface Probe {
    /** They are taken. {@code account} is whose they are; {@code most} the longest post that the server takes, if it says so. */
    record Ready(String account, OptionalInt most) implements Probe {}

    /** Taken; a name that the network tells is shown in one short line. */
    static Probe ready(String account) {
        return ready(account, OptionalInt.empty());
    }

    static Probe ready(String account, OptionalInt most) {
        var line = account.replaceAll("\\p{Cntrl}", " ");
        return new Ready(line.substring(0, Math.min(100, line.length())), most);
    }

    /** They are refused, or what they open is gone. */
    record Refused(String fix) implements Probe {}

    /** Nothing is known: the network could not be asked. */
    record Unreachable(String reason) implements Probe {}

    /** This network can only be asked by posting. */
    record Mute(String why) implements Probe {}
}
