package dev.backonline.bot.command;

import dev.backonline.bot.setup.Proofreader;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Read;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.InstantSource;
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
        description =
                "Says every mistake in the file, with its place; opens no port or database, nor without --live a connection.",
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

    @Option(names = "--live", description = "Asks each network, without posting, whether it takes our credentials.")
    boolean live;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var reading = new Reading(console.out(), console.err());
        var read = reading.accepted(reading.read(Optional.ofNullable(file), withoutSecrets), "");
        read.ifPresent(one -> report(one, console));
        var good = read.filter(one -> !live || isTaken(one.config(), console));
        return good.isPresent() ? Exit.DONE : Exit.IMPOSSIBLE;
    }

    /** Each is asked, whatever the others answered. */
    private static boolean isTaken(BotConfig config, Console console) {
        try (var contact = new Contact(InstantSource.system(), console)) {
            return config.channels().stream().filter(contact::probe).count()
                    == config.channels().size();
        }
    }

    private static void report(Read read, Console console) {
        read.warnings().forEach(warning -> console.err().println("Warning: " + warning));
        var config = read.config();
        console.out()
                .println("No mistakes: %s with %s; %s; %s, all of which fit."
                        .formatted(
                                counted(config.services().size(), "service"),
                                counted(checks(config), "check"),
                                counted(config.channels().size(), "channel"),
                                counted(new Proofreader(config).proofs().size(), "message")));
    }

    private static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static long checks(BotConfig config) {
        return config.services().stream()
                .mapToLong(service -> service.checks().size())
                .sum();
    }
}
