package dev.backonline.bot.backtest;

import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what would have been posted over recorded history. */
@RegisterForReflection
@Command(
        name = "backtest",
        description =
                "Plays recorded answers (CSV or NDJSON, see docs/BACKTEST.md) through all that serves except the networks, and"
                        + " shows what would have been posted and how late, by the rules of the file and by others. Without a"
                        + " file, by the default rules. Nothing is asked, nothing leaves, no secrets are needed.",
        mixinStandardHelpOptions = true)
public final class Backtest implements Callable<Integer> {
    /** How it is written. */
    enum Format {
        table,
        json
    }

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RECORD", description = "What was recorded.")
    @Nullable
    Path recorded;

    @Option(names = "--config", paramLabel = "FILE", description = "The file whose services and rules are tried.")
    @Nullable
    Path file;

    @Option(
            names = "--map",
            paramLabel = "MAPPING",
            description = "How the record is read, if it isn't as it should be.")
    @Nullable
    Path map;

    @Option(names = "--also", paramLabel = "ALTERNATIVE", description = "Other rules to compare; may be repeated.")
    List<Path> also = List.of();

    @Option(names = "--changes", description = "The record is a log of changes: each row holds until the next one.")
    boolean changes;

    @Option(names = "--svg", paramLabel = "OUT.svg", description = "Draws it along the time.")
    @Nullable
    Path svg;

    @Option(names = "--format", description = "table (the default) or json.")
    Format format = Format.table;

    @Option(
            names = "--short",
            paramLabel = "MINUTES",
            description = "An incident that is over within so many minutes (5) had better not been told.")
    int shortest = 5;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var trial = new Trial(console, new Trial.Papers(file, map, also, changes));
        return trial.of(java.util.Objects.requireNonNull(recorded), Duration.ofMinutes(shortest))
                .map(result -> new Edited(result, console).written(format, svg) ? Exit.DONE : Exit.IMPOSSIBLE)
                .orElse(Exit.IMPOSSIBLE);
    }
}
