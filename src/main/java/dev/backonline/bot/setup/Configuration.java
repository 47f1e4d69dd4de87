package dev.backonline.bot.setup;

import dev.backonline.config.ChannelPlan;
import dev.backonline.config.ConfigMistake;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Mistaken;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.ConfigReader.Result;
import dev.backonline.config.Plugins;
import dev.backonline.outbox.ChannelId;
import dev.backonline.store.seal.Seal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what the bot is to do, and sets every message once, so that what can't fit is a mistake like any other. */
public final class Configuration {
    private static final String VARIABLE = "BACKONLINE_KEY";
    private static final String DEMONSTRATION = "/demonstration/backonline.yaml";

    /** The setting under which credentials that change are kept; as an environment variable BACKONLINE_KEY. */
    public static final String KEY = "backonline.key";

    private final ConfigReader reader;
    private final KeyCheck keys;

    private Configuration(ConfigReader reader, KeyCheck keys) {
        this.reader = reader;
        this.keys = keys;
    }

    /** {@code key} is that of the credentials that change, if there is one. */
    public static Configuration of(ConfigReader reader, Supplier<Optional<String>> key) {
        return new Configuration(reader, plan -> complaint(plan, key));
    }

    /** What is wrong with the key, for one channel; empty if nothing. */
    @FunctionalInterface
    private interface KeyCheck {
        Optional<String> complaint(ChannelPlan<?> plan);
    }

    /** With all kinds that are installed and the process' own environment. */
    public static Configuration installed() {
        return of(
                new ConfigReader(Plugins.installed(), name -> Optional.ofNullable(System.getenv(name))),
                () -> Settings.find(KEY));
    }

    /** The same where the secrets are not at hand: good for looking at, not for posting. */
    public Configuration withoutSecrets() {
        return new Configuration(reader.withoutSecrets(), _ -> Optional.empty());
    }

    public Result read(Path file) {
        return proofread(reader.read(file));
    }

    /** {@code opened} is told of every file that is looked into, whether or not it is there. */
    public Result read(Path file, Consumer<Path> opened) {
        return proofread(reader.read(file, opened));
    }

    /** Reads a text that is no file; the name stands for it in mistakes. */
    public Result read(String name, String text) {
        return proofread(reader.read(name, text));
    }

    /** See {@link ConfigReader#settings}. */
    public <T extends Record> Optional<T> settings(
            Path file, Class<T> type, List<Record> bases, Consumer<ConfigMistake> mistakes) {
        return reader.settings(file, type, bases, mistakes);
    }

    /** The built-in demonstration: its services answer at one address, its page is at another. */
    public Result demonstration(URI services, URI page) {
        try (var file = Objects.requireNonNull(Configuration.class.getResourceAsStream(DEMONSTRATION))) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{services}", services.toString())
                    .replace("{page}", page.toString());
            return read("demonstration.yaml", text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<String> complaint(ChannelPlan<?> plan, Supplier<Optional<String>> key) {
        if (!plan.rotates()) {
            return Optional.empty();
        }
        var needs = "needs the setting %s: the credentials that %s gives out are kept under it"
                .formatted(VARIABLE, plan.kind().type());
        return key.get().map(Configuration::badness).orElse(Optional.of(needs));
    }

    private static Optional<String> badness(String key) {
        try {
            var _ = new Seal(key);
            return Optional.empty();
        } catch (IllegalArgumentException mistake) {
            return Optional.of("needs a good %s: it %s".formatted(VARIABLE, mistake.getMessage()));
        }
    }

    private Result proofread(Result result) {
        return switch (result) {
            case Mistaken mistaken -> mistaken;
            case Read read -> {
                var mistakes = mistakes(read);
                yield mistakes.isEmpty() ? read : new Mistaken(mistakes);
            }
        };
    }

    private List<ConfigMistake> mistakes(Read read) {
        var unsealed = read.config().channels().stream()
                .flatMap(plan ->
                        keys
                                .complaint(plan)
                                .map(said -> mistake(read, plan.subscription().channel(), said))
                                .stream());
        var unfit = new Proofreader(read.config())
                .proofs().stream()
                        .filter(proof -> !proof.fits())
                        .map(proof -> mistake(read, proof.channel(), proof.complaint()));
        return Stream.concat(unsealed, unfit).toList();
    }

    private static ConfigMistake mistake(Read read, ChannelId channel, String said) {
        return read.places().mistake("channels." + channel, said);
    }
}
