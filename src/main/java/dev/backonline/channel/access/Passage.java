package dev.backonline.channel.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.Optional;

/** How one request came through a {@link Access}. */
public sealed interface Passage {
    /** The network has answered, or nobody has; {@code answers} hides the secrets that it may repeat to us. */
    record Carried(Wire.Reply reply, Answers answers) implements Passage {}

    /** The request stayed here. */
    record Stopped(Outcome outcome) implements Passage {}

    /** What one network says in its own way; empty where the shared reading serves. */
    @FunctionalInterface
    interface Accent {
        Accent NONE = (_, _) -> Optional.empty();

        Optional<Outcome> read(Wire.Answered answered, Answers answers);
    }

    /** What became of a post. */
    default Outcome outcome(Instant now, Accent dialect) {
        return switch (this) {
            case Carried(var reply, var answers) ->
                answers.read(reply, now, answered -> dialect.read(answered, answers));
            case Stopped(var outcome) -> outcome;
        };
    }

    /** The body of a plain yes as JSON. */
    default Optional<JsonNode> yes() {
        return this instanceof Carried(var reply, var _) ? Answers.yes(reply) : Optional.empty();
    }

    /** A look at the network's list that failed, for whatever reason: nothing is known. */
    default Sighting unavailable() {
        return switch (this) {
            case Carried(var reply, var answers) -> answers.unavailable(reply);
            case Stopped(var outcome) ->
                new Sighting.Unavailable(reason(outcome, "own posts can't be listed"), Optional.empty());
        };
    }

    /** Whose the credentials are, by the account's name at this place of a yes (RFC 6901). */
    default Probe probe(String name, Instant now, Accent dialect) {
        return yes().map(body -> body.at(name).asText())
                .filter(word -> !word.isBlank())
                .map(word -> Probe.ready("@" + word))
                .orElseGet(() -> probed(outcome(now, dialect)));
    }

    private static Probe probed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.AuthInvalid(var fix) -> new Probe.Refused(fix);
            case Outcome.Rejected(var fix) -> new Probe.Refused(fix);
            case Outcome.TargetGone(var fix) -> new Probe.Refused(fix);
            case Outcome.NotSent _,
                    Outcome.Throttled _,
                    Outcome.Unknown _,
                    Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.ParentGone _,
                    Outcome.TargetMoved _ ->
                new Probe.Unreachable(reason(outcome, "the network's answer can't be read"));
        };
    }

    private static String reason(Outcome outcome, String otherwise) {
        return switch (outcome) {
            case Outcome.AuthInvalid(var fix) -> fix;
            case Outcome.NotSent(var reason) -> reason;
            case Outcome.Throttled(var _, var reason) -> reason;
            case Outcome.Unknown(var reason, var _) -> reason;
            case Outcome.Rejected _,
                    Outcome.TargetGone _,
                    Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.ParentGone _,
                    Outcome.TargetMoved _ -> otherwise;
        };
    }
}
