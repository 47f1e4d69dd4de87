package dev.backonline.bot.command;

import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Posts to one channel that this is a test. */
@RegisterForReflection
@Command(
        name = "send-test",
        description = "Posts to one channel, for everybody to see, that this is a test and nothing is wrong.",
        mixinStandardHelpOptions = true)
final class SendTest implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CHANNEL", description = "The channel's id in the file.")
    String channel = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to read instead of the usual one.")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var reading = new Reading(console.out(), console.err());
        return reading.accepted(reading.read(Optional.ofNullable(file), false), "Nothing is sent.")
                .map(read -> send(read.config(), console))
                .orElse(Exit.IMPOSSIBLE);
    }

    private int send(BotConfig config, Console console) {
        var plan = config.channels().stream()
                .filter(one -> one.subscription().channel().value().equals(channel))
                .findFirst();
        if (plan.isEmpty()) {
            console.err()
                    .println("The file has no channel '%s'; it has: %s. Nothing is sent."
                            .formatted(channel, names(config)));
            return Exit.IMPOSSIBLE;
        }
        try (var contact = new Contact(InstantSource.system(), console)) {
            return contact.post(config, plan.get()) ? Exit.DONE : Exit.IMPOSSIBLE;
        }
    }

    private static String names(BotConfig config) {
        return config.channels().stream()
                .map(ChannelPlan::subscription)
                .map(subscription -> subscription.channel().value())
                .collect(Collectors.joining(", "));
    }
}
