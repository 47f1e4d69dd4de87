package dev.backonline.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Probe;
import dev.backonline.check.Wire;
import java.util.OptionalInt;
import java.util.function.Function;

/** What a server says of the account whose token we have, and of itself. */
record SelfPortrait(Function<String, Wire.Reply> ask, Answers answers) {
    /** Ours: what a server might say instead is a mistake of its own. */
    private static final int LONGEST = 1_000_000;

    Probe probe() {
        return switch (ask.apply("/api/v1/accounts/verify_credentials")) {
            case Wire.Unsent(var reason) -> new Probe.Unreachable(reason);
            case Wire.Unanswered(var reason, var _) -> new Probe.Unreachable(reason);
            case Wire.Answered answered -> account(answered);
        };
    }

    private Probe account(Wire.Answered answered) {
        var name = Answers.json(answered).path("username");
        if (answered.status() == 200 && name.isTextual()) {
            return new Probe.Ready(shown(name.textValue()), most());
        }
        return switch (answered.status()) {
            case 401, 403 ->
                new Probe.Refused(answers.said(answered, "the token is not taken, or lacks the scope read:accounts"));
            default -> new Probe.Unreachable(answers.said(answered, "the server doesn't say whose the token is"));
        };
    }

    private static String shown(String name) {
        return "@" + name.replaceAll("\\p{Cntrl}", " ").substring(0, Math.min(100, name.length()));
    }

    /** docs.joinmastodon.org, entities/Instance. Servers that don't know this address may still take posts. */
    private OptionalInt most() {
        return ask.apply("/api/v2/instance") instanceof Wire.Answered answered && answered.status() == 200
                ? clamped(Answers.json(answered)
                        .path("configuration")
                        .path("statuses")
                        .path("max_characters"))
                : OptionalInt.empty();
    }

    private static OptionalInt clamped(JsonNode most) {
        return most.isIntegralNumber()
                ? OptionalInt.of((int) Math.clamp(most.doubleValue(), 1, LONGEST))
                : OptionalInt.empty();
    }
}
