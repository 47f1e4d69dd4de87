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

/** Reads the file that a command is about, and says what is wrong with it. */
record Reading(PrintWriter out, PrintWriter err) {
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final URI PAGE = URI.create("http://localhost:8080");

    /** The file that is named, else the usual one, else the demonstration. */
    Result read(Optional<Path> named, boolean withoutSecrets) {
        var configuration = withoutSecrets ? Configuration.installed().withoutSecrets() : Configuration.installed();
        return named.or(() -> Installation.found(Settings::find).configuration())
                .map(configuration::read)
                .orElseGet(() -> configuration.demonstration(NOWHERE, PAGE));
    }

    /** What was read; empty, having said every mistake, if it can't be used. */
    Optional<Read> accepted(Result result, String consequence) {
        return switch (result) {
            case Read read -> Optional.of(read);
            case Mistaken mistaken -> {
                mistaken.report(consequence).forEach(err::println);
                yield Optional.empty();
            }
        };
    }
}
