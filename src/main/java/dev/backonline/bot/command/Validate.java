package dev.backonline.bot.command;

import dev.backonline.bot.setup.Proofreader;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Read;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says every mistake in the file, with its place. */
@RegisterForReflection
@Command(
        name = "validate",
        description = "Says every mistake in the file, with its place; opens no port, database or network connection.",
        mixinStandardHelpOptions = true)
final class Validate implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to read instead of the usual one.")
    @Nullable
    Path file;

    @Option(
            names = "--without-secrets",
            description = "Takes every $${env:…} and $${file:…} for given, for a pipeline that has none of them.")
    boolean withoutSecrets;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var reading = new Reading(console.out(), console.err());
        var read = reading.accepted(reading.read(Optional.ofNullable(file), withoutSecrets), "");
        read.ifPresent(one -> report(one, console));
        return read.isPresent() ? Exit.DONE : Exit.IMPOSSIBLE;
    }

    private static void report(Read read, Console console) {
        read.warnings().forEach(warning -> console.err().println("Warning: " + warning));
        var config = read.config();
        console.out()
                .println("No mistakes: %d services with %d checks; %d channels; %d messages, all of which fit."
                        .formatted(
                                config.services().size(),
                                checks(config),
                                config.channels().size(),
                                new Proofreader(config).proofs().size()));
    }

    private static long checks(BotConfig config) {
        return config.services().stream()
                .mapToLong(service -> service.checks().size())
                .sum();
    }
}
