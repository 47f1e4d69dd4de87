package dev.backonline.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** What a server says of the account whose token we have, and of itself. */
record SelfPortrait(Function<String, Wire.Reply> ask, Answers answers) {
    /** Ours: what a server might say instead is a mistake of its own. */
    private static final int LONGEST = 1_000_000;

    Probe probe() {
        var reply = ask.apply("/api/v1/accounts/verify_credentials");
        return Answers.yes(reply)
                .map(body -> body.path("username"))
                .filter(JsonNode::isTextual)
                .map(name -> Probe.ready("@" + name.textValue(), most()))
                .orElseGet(() -> answers.refused(
                        reply,
                        "the token is not taken, or lacks the scope read:accounts",
                        "the server doesn't say whose the token is",
                        List.of(401, 403)));
    }

    /** docs.joinmastodon.org, entities/Instance. Servers that don't know this address may still take posts. */
    private OptionalInt most() {
        return Answers.yes(ask.apply("/api/v2/instance"))
                .map(body -> body.at("/configuration/statuses/max_characters"))
                .filter(JsonNode::isIntegralNumber)
                .map(most -> OptionalInt.of((int) Math.clamp(most.doubleValue(), 1, LONGEST)))
                .orElseGet(OptionalInt::empty);
    }
}
