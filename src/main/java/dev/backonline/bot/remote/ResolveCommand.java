package dev.backonline.bot.remote;

import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends an incident, in the usual words or in your own. */
@RegisterForReflection
@Command(
        name = "resolve",
        description = "Ends an incident, in the usual words or in your own.",
        mixinStandardHelpOptions = true)
public final class ResolveCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The incident, as 'incidents' shows it.")
    String id = "";

    @Mixin
    OwnWords words = new OwnWords();

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec))
                .post(
                        "/operator/incidents/%s/resolve".formatted(id),
                        words.body(),
                        body -> Ruled.said("Resolved: incident %s.".formatted(id), body));
    }
}
