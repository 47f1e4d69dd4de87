package dev.backonline.channel;

import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How one attempt went; {@code reason} and {@code fix} are for operators and hold no secret. */
public sealed interface Outcome {
    /** The network has it, under this id. */
    record Delivered(Posted posted) implements Outcome {}

    /** The network took it and names no id. */
    record AcceptedNoId() implements Outcome {}

    /** The network says that it has this very post already. */
    record AlreadyExists(Optional<Posted> posted) implements Outcome {}

    /** Too many: nothing was created; try again at {@code notBefore}. */
    record Throttled(Instant notBefore, String reason) implements Outcome {}

    /** Nothing was created, and the same may work later: refused connection, no such host. */
    record NotSent(String reason) implements Outcome {}

    /** Nothing was created, and repeating it will not help. */
    record Rejected(String fix) implements Outcome {}

    /** Nothing was created: the credentials are refused. */
    record AuthInvalid(String fix) implements Outcome {}

    /** Nothing was created: the post that it replies to, or edits, is gone at the network; to be prepared anew, standing alone. */
    record ParentGone(String reason) implements Outcome {}

    /** The account, room or hook does not exist any more. */
    record TargetGone(String fix) implements Outcome {}

    /** The room has another address now. */
    record TargetMoved(String to) implements Outcome {}

    /** It may have been created. Looked at after {@code settle}, which the network is given to make up its mind. */
    record Unknown(String reason, Duration settle) implements Outcome {}
}
