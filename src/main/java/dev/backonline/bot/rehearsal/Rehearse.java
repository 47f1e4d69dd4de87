package dev.backonline.bot.rehearsal;

import dev.backonline.bot.command.Reading;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays scenarios with the services of the file, and shows what would be posted. */
@RegisterForReflection
@Command(
        name = "rehearse",
        description =
                "Plays what may happen with the services of the file, or of a built-in example, and shows every post that would"
                        + " be made, as threads. In virtual time, through all that serves except the networks: nothing is asked,"
                        + " nothing leaves, no secrets are needed.",
        mixinStandardHelpOptions = true)
public final class Rehearse implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "SCENARIO",
            description =
                    "Of blip, flapping, group-outage, own-network-down, day-long, relapse, everything-down, maintenance; without any, all.")
    List<String> scenarios = List.of();

    @Option(names = "--config", paramLabel = "FILE", description = "The file to read instead of the usual one.")
    @Nullable
    Path file;

    @Option(names = "--language", paramLabel = "TAG", description = "Every channel speaks only this language.")
    @Nullable
    String language;

    @Option(names = "--channel", paramLabel = "CHANNEL", description = "Only this channel is told.")
    @Nullable
    String channel;

    @Option(
            names = "--send-to",
            paramLabel = "CHANNEL",
            description =
                    "Really posts one scenario to this channel, each post marked as a rehearsal. Asks for --really.")
    @Nullable
    String sendTo;

    @Option(names = "--really", description = "With --send-to: posts for everybody to see who reads that channel.")
    boolean really;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var unknown = scenarios.stream()
                .filter(title -> Scenario.named(title).isEmpty())
                .toList();
        if (!unknown.isEmpty()) {
            return refused(
                    console,
                    "There is no scenario '%s'; there are: %s."
                            .formatted(unknown.getFirst(), String.join(", ", Scenario.titles())));
        }
        if (sendTo != null && (!really || scenarios.size() != 1)) {
            return refused(
                    console,
                    "--send-to posts for everybody to see: it wants --really, and one scenario. Nothing is sent.");
        }
        return config(console)
                .flatMap(config -> new Selection(language, sendTo == null ? channel : sendTo).of(config, console))
                .map(config -> sendTo == null ? shown(config, console) : sent(config, console))
                .orElse(Exit.IMPOSSIBLE);
    }

    private Optional<BotConfig> config(Console console) {
        var reading = new Reading(console.out(), console.err());
        var result = reading.read(Optional.ofNullable(file), sendTo == null, Scenario.RehearsalFile::read);
        return reading.accepted(result, "Nothing is rehearsed.").map(read -> read.config());
    }

    private List<Scenario> wanted() {
        return scenarios.isEmpty()
                ? List.of(Scenario.values())
                : scenarios.stream()
                        .flatMap(title -> Scenario.named(title).stream())
                        .toList();
    }

    private int shown(BotConfig config, Console console) {
        var out = console.out();
        notes(config).forEach(out::println);
        for (var scenario : wanted()) {
            out.println();
            out.println(scenario.title());
            out.println("=".repeat(scenario.title().length()));
            out.println(scenario.sentence());
            out.println();
            new Transcript(scenario.played(config), config.identity().zone())
                    .lines()
                    .forEach(out::println);
        }
        return Exit.DONE;
    }

    private static List<String> notes(BotConfig config) {
        return config.canaries().isEmpty()
                ? List.of(
                        "Note: the file has no canaries, so a failure of our own network looks like one of every service.")
                : List.of();
    }

    private int sent(BotConfig config, Console console) {
        var plan = config.channels().getFirst();
        var posts = wanted().getFirst().played(config).posts();
        try (var stage = new LivePosts.LiveStage(console)) {
            return stage.send(config, plan, posts) ? Exit.DONE : Exit.IMPOSSIBLE;
        }
    }

    private static int refused(Console console, String sentence) {
        console.err().println(sentence);
        return Exit.IMPOSSIBLE;
    }

    /** The one channel and the one language that were asked for, if any were. */
    private record Selection(
            @Nullable String language, @Nullable String channel) {
        Optional<BotConfig> of(BotConfig config, Console console) {
            var channels = config.channels().stream()
                    .filter(plan -> channel == null || id(plan).equals(channel))
                    .toList();
            if (channels.isEmpty()) {
                console.err()
                        .println("The file has no channel '%s'; it has: %s. Nothing is rehearsed."
                                .formatted(channel == null ? "" : channel, names(config)));
                return Optional.empty();
            }
            return language == null ? Optional.of(config.on(channels)) : spoken(config, channels, console);
        }

        private Optional<BotConfig> spoken(BotConfig config, List<ChannelPlan<?>> channels, Console console) {
            var locale = Locale.forLanguageTag(String.valueOf(language));
            if (!config.languages().containsKey(locale)) {
                console.err()
                        .println("The file doesn't speak '%s'; it speaks: %s. Nothing is rehearsed."
                                .formatted(language, tags(config)));
                return Optional.empty();
            }
            return Optional.of(config.on(channels.stream()
                    .<ChannelPlan<?>>map(plan -> plan.speaking(locale))
                    .toList()));
        }

        private static String tags(BotConfig config) {
            return config.languages().keySet().stream()
                    .map(Locale::toLanguageTag)
                    .sorted()
                    .collect(Collectors.joining(", "));
        }

        private static String names(BotConfig config) {
            return config.channels().stream().map(Selection::id).collect(Collectors.joining(", "));
        }

        private static String id(ChannelPlan<?> plan) {
            return plan.subscription().channel().value();
        }
    }
}
