package dev.backonline.bot.remote;

import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a held delivery again, unless it has become stale. */
@RegisterForReflection
@Command(
        name = "release",
        description = "Sends a held delivery again, unless it has become stale.",
        mixinStandardHelpOptions = true)
public final class Release implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The number that 'deliveries' shows.")
    long id;

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec))
                .post(
                        "/operator/deliveries/%d/release".formatted(id),
                        delivery -> "Released: " + Deliveries.line(delivery));
    }
}
