package dev.backonline.bot.command;

import dev.backonline.bot.setup.Configuration;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.Settings;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Reads the file that a command is about, and says what is wrong with it. */
public record Reading(PrintWriter out, PrintWriter err) {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final URI PAGE = URI.create("http://localhost:8080");

    /** The file that is named, else the usual one, else the demonstration. */
    public Result read(Optional<Path> named, boolean withoutSecrets) {
        return read(named, withoutSecrets, configuration -> configuration.demonstration(NOWHERE, PAGE));
    }

    /** The file that is named, else the usual one, else something built in. */
    public Result read(Optional<Path> named, boolean withoutSecrets, Function<Configuration, Result> builtIn) {
        var configuration = withoutSecrets ? Configuration.installed().withoutSecrets() : Configuration.installed();
        return named.or(() -> Installation.found(Settings::find).configuration())
                .map(configuration::read)
                .orElseGet(() -> builtIn.apply(configuration));
    }

    /** What was read; empty, having said every mistake, if it can't be used. */
    public Optional<Read> accepted(Result result, String consequence) {
        return switch (result) {
            case Read read -> Optional.of(read);
            case Mistaken mistaken -> {
                mistaken.report(consequence).forEach(err::println);
                yield Optional.empty();
            }
        };
    }
}
