package dev.backonline.bot.setup;

import dev.backonline.config.ConfigMistake;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import dev.backonline.config.Plugins;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads what the bot is to do, and sets every message once, so that what can't fit is a mistake like any other. */
public final class Configuration {
    private static final String DEMONSTRATION = "/demonstration/backonline.yaml";

    private final ConfigReader reader;

    public Configuration(ConfigReader reader) {
        this.reader = reader;
    }

    /** With all kinds that are installed and the process' own environment. */
    public static Configuration installed() {
        return new Configuration(
                new ConfigReader(Plugins.installed(), name -> Optional.ofNullable(System.getenv(name))));
    }

    /** The same where the secrets are not at hand: good for looking at, not for posting. */
    public Configuration withoutSecrets() {
        return new Configuration(reader.withoutSecrets());
    }

    public Result read(Path file) {
        return proofread(reader.read(file));
    }

    /** The built-in demonstration: its services answer at one address, its page is at another. */
    public Result demonstration(URI services, URI page) {
        try (var file = Objects.requireNonNull(Configuration.class.getResourceAsStream(DEMONSTRATION))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{services}", services.toString())
                    .replace("{page}", page.toString());
            return proofread(reader.read("demonstration.yaml", text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Result proofread(Result result) {
        return switch (result) {
            case Mistaken mistaken -> mistaken;
            case Read read -> {
                var mistakes = mistakes(read);
                yield mistakes.isEmpty() ? read : new Mistaken(mistakes);
            }
        };
    }

    private static List<ConfigMistake> mistakes(Read read) {
        return new Proofreader(read.config())
                .proofs().stream()
                        .filter(proof -> !proof.fits())
                        .map(proof -> read.places().mistake("channels." + proof.channel(), proof.complaint()))
                        .toList();
    }
}
