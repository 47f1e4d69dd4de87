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

/** Withdraws an incident as a false alarm, and says so wherever it was told. */
@RegisterForReflection
@Command(
        name = "correct",
        description = "Withdraws an incident as a false alarm, and says so wherever it was told.",
        mixinStandardHelpOptions = true)
public final class CorrectCommand implements Callable<Integer> {
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
                        "/operator/incidents/%s/correct".formatted(id),
                        words.body(),
                        body -> Ruled.said("Withdrawn: incident %s.".formatted(id), body));
    }
}
