package dev.backonline.bot.remote;

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

/** Lets a draft be told, or drops it. */
@RegisterForReflection
@Command(
        name = "approve",
        description = "Lets what waits for approval be told, or with --reject has it dropped.",
        mixinStandardHelpOptions = true)
public final class ApproveCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The incident, as 'incidents' shows it.")
    String id = "";

    @Option(names = "--reject", description = "It is not told.")
    boolean reject;

    @Option(names = "--why", paramLabel = "REASON", description = "Why it is not told; for the record.")
    @Nullable
    String why;

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode();
        if (why != null) {
            body.put("why", why);
        }
        var bot = new RunningBot(Console.of(spec));
        var path = "/operator/incidents/%s/%s".formatted(id, reject ? "reject" : "approve");
        var done = (reject ? "Rejected: incident %s." : "Approved: incident %s.").formatted(id);
        return bot.post(path, body, answer -> Ruled.said(done, answer));
    }
}
