package dev.backonline.config;

import dev.backonline.config.ConfigMistake.Notes;
import dev.backonline.incident.Publishing;
import dev.backonline.outbox.Announcer;
import dev.backonline.page.brand.BrandFiles;
import dev.backonline.page.brand.PageWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a {@code backonline.yaml}: all of it, or all mistakes of it. Touches no network and no database. */
public final class ConfigReader {
    private final Plugins plugins;
    private final Optional<Function<String, Optional<String>>> environment;

    /** {@code environment} knows what {@code ${env:NAME}} stands for. */
    public ConfigReader(Plugins plugins, Function<String, Optional<String>> environment) {
        this(plugins, Optional.of(environment));
    }

    private ConfigReader(Plugins plugins, Optional<Function<String, Optional<String>>> environment) {
        this.plugins = plugins;
        this.environment = environment;
    }

    /** What was read: a configuration, or what is wrong. */
    public sealed interface Result {}

    /** There is no mistake. {@code warnings} are whole sentences; {@code places} finds mistakes that only show in use. */
    public record Read(BotConfig config, List<String> warnings, Places places) implements Result {
        public Read {
            warnings = List.copyOf(warnings);
        }
    }

    /** There are mistakes: all of them, in the order of the file. */
    public record Mistaken(List<ConfigMistake> mistakes) implements Result {
        public Mistaken {
            mistakes = List.copyOf(mistakes);
        }

        /** One line for each mistake, and what happens next, such as {@code Not starting.} */
        public List<String> report(String consequence) {
            return mistakes.stream()
                    .map(mistake -> (mistake + " " + consequence).strip())
                    .toList();
        }
    }

    /** Finds where a path such as {@code channels.sky} stands in the file, for a mistake that others found. */
    @FunctionalInterface
    public interface Places {
        /** The predicate goes on from the path. */
        ConfigMistake mistake(String path, String predicate);
    }

    /** The same for where secrets are not at hand: stand-ins take their places, good for looking at and not for posting. */
    public ConfigReader withoutSecrets() {
        return new ConfigReader(plugins, Optional.empty());
    }

    public Result read(Path file) {
        return read(file, _ -> {});
    }

    /** {@code opened} is told of every file that is looked into, whether or not it is there. */
    public Result read(Path file, Consumer<Path> opened) {
        opened.accept(file);
        var placeholders = Placeholders.of(file, environment, opened);
        var notes = new Notes(file.toString(), placeholders);
        return YamlFile.text(file, notes)
                .map(text -> read(text, placeholders, notes))
                .orElseGet(() -> new Mistaken(notes.inOrder()));
    }

    /**
     * Reads another file, such as one that only varies this one, into a settings record with the same care; empty if every mistake
     * was told. {@code bases}: records whose values stand where a key of such a record is absent.
     */
    public <T extends Record> Optional<T> settings(
            Path file, Class<T> type, List<Record> bases, Consumer<ConfigMistake> mistakes) {
        var placeholders = new Placeholders(Optional.empty(), Path.of(""));
        var notes = new Notes(file.toString(), placeholders);
        var settings = YamlFile.text(file, notes)
                .flatMap(text -> YamlFile.root(text, notes))
                .flatMap(root ->
                        new Binder(new Scalars(placeholders), Map.of(), new Scalars.Bases(bases)).bind(root, type))
                .filter(_ -> notes.isEmpty());
        notes.inOrder().forEach(mistakes);
        return settings;
    }

    /** Reads a text that is no file; the name stands for it in mistakes. */
    public Result read(String name, String text) {
        var placeholders = new Placeholders(environment, Path.of(""));
        return read(text, placeholders, new Notes(name, placeholders));
    }

    private Result read(String text, Placeholders placeholders, Notes notes) {
        var result = YamlFile.root(text, notes).flatMap(root -> read(root, placeholders));
        return notes.isEmpty() ? result.orElseThrow() : new Mistaken(notes.inOrder());
    }

    private Optional<Result> read(Spot root, Placeholders placeholders) {
        var scalars = new Scalars(placeholders);
        var languages = new Languages(root, scalars);
        var binder = new Binder(scalars, plugins.readers(scalars, languages), Scalars.Bases.NONE);
        ServicePlan.Dependencies.check(root);
        var brand = new BrandFiles(
                placeholders.place(), (path, said) -> root.find(path).wrong(said));
        return binder.bind(root, BackonlineFile.class).flatMap(file -> {
            var branding = brand.read(file.page());
            refuseUnknownWords(root);
            return root.notes().isEmpty()
                    ? Optional.of(read(BotConfig.of(file, languages, branding), languages, root))
                    : Optional.empty();
        });
    }

    private static void refuseUnknownWords(Spot root) {
        var words = pageWords();
        var brought = Stream.of(root.find("page.words")).filter(it -> it.path().equals("page.words"));
        brought.flatMap(it -> it.children().values().stream()).forEach(language -> {
            language.refuseUnknownKeys(words.keys());
            language.children().values().stream()
                    .filter(word -> words.keys().contains(word.keyText()))
                    .forEach(word -> word.text()
                            .ifPresent(text -> words.flaws(word.keyText(), text).forEach(word::wrong)));
        });
    }

    private static Read read(BotConfig config, Languages languages, Spot root) {
        return new Read(
                config,
                warnings(config, languages),
                (path, said) -> root.find(path).mistake(said));
    }

    private static List<String> warnings(BotConfig config, Languages languages) {
        var warnings = new ArrayList<String>();
        if (config.canaries().isEmpty()) {
            warnings.add(
                    "No canaries are configured: when this machine's own connection fails, all services seem down.");
        }
        if (config.channels().isEmpty()) {
            warnings.add("No channels are configured: only the page tells what happens.");
        }
        unheard(config).ifPresent(warnings::add);
        config.services().stream()
                .filter(it -> it.checks().isEmpty())
                .forEach(it -> warnings.add("services.%s has no checks: it will always seem well."
                        .formatted(it.service().id())));
        untranslated(config).forEach(warnings::add);
        languages
                .unused(config.languages().keySet())
                .forEach(it -> warnings.add(
                        "messages.%s is for a language that neither the page nor a channel uses.".formatted(it)));
        return warnings;
    }

    /** What waits for people who are told nowhere but in the log. */
    private static Optional<String> unheard(BotConfig config) {
        var announcer = new Announcer(
                config.channels().stream().map(ChannelPlan::subscription).toList());
        var consent = config.publishing().consent();
        var asks = consent.approve() != Publishing.Approval.NEVER
                || consent.everythingDown().isPresent()
                || announcer.asks();
        return asks && !announcer.hasOperators()
                ? Optional.of(
                        "Posts wait for a person's approval, and no channel has audience: internal: people learn of it only"
                                + " from the log, the figures and `backonline incidents`.")
                : Optional.empty();
    }

    /** A page that says in English what its language has no words for. */
    private static Stream<String> untranslated(BotConfig config) {
        return config.identity().languages().stream()
                .filter(it -> Languages.builtIn(it).isEmpty())
                .flatMap(it -> Optional.ofNullable(config.languages().get(it)).stream())
                .filter(it -> pageWords().untranslated(it.page()) > 0)
                .map(it -> ("page.languages names '%s', which is not built in: the page says %d things in English,"
                                + " until page.words.%1$s has words for them.")
                        .formatted(it.locale().toLanguageTag(), pageWords().untranslated(it.page())));
    }

    private static PageWords pageWords() {
        return new PageWords(Languages.builtIn(Locale.ENGLISH).orElseThrow().page());
    }
}
