package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The kill switch: while it is on, nothing automatic becomes public. */
@RegisterForReflection
@Command(
        name = "mute",
        description =
                "The kill switch: while it is on, nothing automatic becomes public. Without a word, says whether it is.",
        mixinStandardHelpOptions = true)
public final class MuteCommand implements Callable<Integer> {
    private static final String PATH = "/operator/mute";

    @Spec
    @Nullable
    CommandSpec spec;

    /** What is asked for. */
    enum Switch {
        on,
        off
    }

    @Parameters(arity = "0..1", paramLabel = "on|off", description = "Switches it.")
    @Nullable
    Switch wanted;

    @Option(names = "--why", paramLabel = "REASON", description = "Why; for the record and for the others.")
    @Nullable
    String why;

    @Override
    public Integer call() {
        var bot = new RunningBot(Console.of(spec));
        if (wanted == null) {
            return bot.get(PATH, MuteCommand::state);
        }
        var body = JsonNodeFactory.instance.objectNode();
        if (why != null) {
            body.put("why", why);
        }
        return switch (wanted) {
            case on -> bot.post(PATH, body, answer -> Ruled.said("Muted: nothing automatic becomes public.", answer));
            case off -> bot.delete(PATH, answer -> Ruled.said("Not muted: what is so now is told.", answer));
        };
    }

    private static String state(JsonNode body) {
        var mute = body.path("mute");
        return mute.isMissingNode()
                ? "Not muted."
                : "Muted by %s since %s: %s"
                        .formatted(
                                mute.path("by").asText(),
                                mute.path("since").asText(),
                                mute.path("why").asText());
    }
}
