package dev.backonline.bot.remote;

import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Ends a held delivery for good. */
@RegisterForReflection
@Command(name = "drop", description = "Ends a held delivery: it is never sent again.", mixinStandardHelpOptions = true)
public final class Drop implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The number that 'deliveries' shows.")
    long id;

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec))
                .post(
                        "/operator/deliveries/%d/drop".formatted(id),
                        delivery -> "Dropped: " + Deliveries.line(delivery));
    }
}
