package dev.backonline.bot.command;

import dev.backonline.bot.setup.Proof;
import dev.backonline.bot.setup.Proofreader;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import dev.backonline.config.ConfigReader.Read;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows every message in every language for every channel, at its longest. */
@RegisterForReflection
@Command(
        name = "preview",
        description =
                "Shows every message in every language for every channel, with the most services that can stand together,"
                        + " and its length in the network's own count. Needs no secrets and opens nothing.",
        mixinStandardHelpOptions = true)
final class Preview implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The file to read instead of the usual one.")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        var console = Console.of(spec);
        var reading = new Reading(console.out(), console.err());
        var read = reading.accepted(reading.read(Optional.ofNullable(file), true), "");
        read.ifPresent(one -> show(one, console));
        return read.isPresent() ? Exit.DONE : Exit.IMPOSSIBLE;
    }

    private static void show(Read read, Console console) {
        var threads = new Proofreader(read.config())
                .proofs().stream()
                        .collect(Collectors.groupingBy(Preview::title, LinkedHashMap::new, Collectors.toList()));
        threads.forEach((title, proofs) -> show(title, proofs, console));
    }

    private static String title(Proof proof) {
        return "%s (%s), %s"
                .formatted(proof.channel(), proof.type(), proof.language().toLanguageTag());
    }

    private static void show(String title, List<Proof> proofs, Console console) {
        console.out().println(title);
        console.out().println("=".repeat(title.length()));
        proofs.forEach(proof ->
                console.out().println("%n%s, %s%n%s".formatted(proof.saying().key(), length(proof), proof.text())));
        console.out().println();
    }

    private static String length(Proof proof) {
        return proof.limit().most() == Integer.MAX_VALUE
                ? "%d %s".formatted(proof.length(), proof.limit().unit())
                : "%d of %d %s"
                        .formatted(
                                proof.length(),
                                proof.limit().most(),
                                proof.limit().unit());
    }
}
