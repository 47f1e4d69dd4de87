package dev.backonline.config;

import dev.backonline.config.ConfigMistake.Notes;
import dev.backonline.message.Language;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.message.TemplateCheck;
import dev.backonline.message.Wording;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The languages that can be spoken: those built in, each found by the name of its file under {@code /messages} (so no list names
 * them), and those that the file brings under its own {@code messages}.
 */
final class Languages {
    private static final Placeholders NO_PLACEHOLDERS = new Placeholders(Optional.empty(), Path.of(""));

    private final Scalars scalars;
    private final Map<Locale, Spot> own = new LinkedHashMap<>();

    Languages(Spot root, Scalars scalars) {
        this.scalars = scalars;
        Optional.ofNullable(root.children().get("messages"))
                .ifPresent(messages -> messages.children().values().forEach(this::declare));
    }

    /** One built-in language's file. */
    @RegisterForReflection
    record LanguageFile(
            Map<Saying, Template> messages,
            Map<String, List<String>> units,
            Map<String, String> page,
            Map<String, String> alarms) {
        Wording wording() {
            return Languages.wording(messages);
        }
    }

    /** The templates of one saying. */
    record Template(Map<Size, String> sizes) {
        Template {
            sizes = Map.copyOf(sizes);
        }
    }

    private void declare(Spot messages) {
        Form.languageOf(messages.keyText()).ifPresent(language -> {
            own.put(language, messages);
            if (builtIn(language).isEmpty()) {
                refuseGaps(messages);
            }
        });
    }

    private static void refuseGaps(Spot messages) {
        var said = messages.children().keySet();
        var gaps = Saying.forUsers().filter(saying -> !said.contains(saying)).toList();
        if (!gaps.isEmpty()) {
            messages.wrongKey("%s is not built in, so it should say everything, and lacks %s"
                            .formatted(messages.name(), String.join(", ", gaps))
                    + ConfigMistake.known(messages.keyText(), builtIn()));
        }
    }

    /** A language that can be spoken. */
    Optional<?> read(Spot spot) {
        return scalars.read(spot, Locale.class).map(Locale.class::cast).flatMap(language -> {
            if (builtIn(language).isPresent() || own.containsKey(language)) {
                return Optional.of(language);
            }
            var known = new TreeSet<>(builtIn());
            own.keySet().forEach(it -> known.add(it.toLanguageTag()));
            var tag = language.toLanguageTag();
            return spot.complain("there is no language '%s'".formatted(tag) + ConfigMistake.known(tag, known));
        });
    }

    /** The languages in use, with the file's own wording. */
    Map<Locale, Language> spoken(Collection<Locale> used, Map<Locale, Map<Saying, Template>> messages) {
        return used.stream().distinct().collect(Collectors.toMap(it -> it, it -> language(it, messages)));
    }

    /** The file's own languages that nobody is told in. */
    List<String> unused(Collection<Locale> used) {
        return own.keySet().stream()
                .filter(it -> used.stream().flatMap(Languages::tags).noneMatch(it.toLanguageTag()::equals))
                .map(Locale::toLanguageTag)
                .toList();
    }

    private static Language language(Locale locale, Map<Locale, Map<Saying, Template>> messages) {
        var builtIn = builtIn(locale);
        var base = builtIn.or(() -> builtIn(Locale.ENGLISH)).orElseThrow();
        var wording = builtIn.map(LanguageFile::wording)
                .orElseGet(() -> base.wording().forOperators());
        var language = new Language(locale, wording, base.units(), base.page(), base.alarms());
        return tags(locale)
                .flatMap(tag -> Optional.ofNullable(messages.get(Locale.forLanguageTag(tag))).stream())
                .findFirst()
                .map(it -> language.with(wording(it)))
                .orElse(language);
    }

    private static Wording wording(Map<Saying, Template> messages) {
        return new Wording(messages.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().sizes())));
    }

    /** All languages that have a file; asked only when one was not found. */
    static List<String> builtIn() {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> Languages.class.getResource(resource(tag)) != null)
                .toList();
    }

    /** The language's own file, or that of the language without its region. */
    static Optional<LanguageFile> builtIn(Locale locale) {
        return tags(locale).flatMap(tag -> file(tag).stream()).findFirst();
    }

    private static Stream<String> tags(Locale locale) {
        return Stream.of(locale.toLanguageTag(), locale.getLanguage()).distinct();
    }

    private static String resource(String tag) {
        return "/messages/%s.yaml".formatted(tag);
    }

    private static Optional<LanguageFile> file(String tag) {
        try (var stream = Languages.class.getResourceAsStream(resource(tag))) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(parsed(resource(tag), new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A mistake in a built-in file is one of ours, found by a test. */
    private static LanguageFile parsed(String name, String text) {
        var notes = new Notes(name, NO_PLACEHOLDERS);
        var scalars = new Scalars(NO_PLACEHOLDERS);
        var templates = new TemplateReader(scalars, _ -> List.of());
        var binder = new Binder(scalars, Map.of(Template.class, (spot, _) -> templates.read(spot)), Scalars.Bases.NONE);
        return YamlFile.root(text, notes)
                .flatMap(root -> binder.bind(root, LanguageFile.class))
                .filter(_ -> notes.isEmpty())
                .orElseThrow(() -> new IllegalStateException(notes.inOrder().toString()));
    }

    /** Reads templates: one text, or a long and a short one; each is looked through where it stands. */
    record TemplateReader(Scalars scalars, Function<String, List<TemplateCheck.Flaw>> check) {
        Optional<Template> read(Spot spot) {
            if (spot.isText()) {
                return text(spot).map(text -> new Template(Map.of(Size.LONG, text)));
            }
            spot.refuseUnknownKeys(Scalars.names(Size.class));
            return spot.entries().flatMap(sizes -> sized(spot, sizes));
        }

        private Optional<Template> sized(Spot spot, Map<String, Spot> entries) {
            var sizes = new LinkedHashMap<Size, String>();
            for (var size : Size.values()) {
                Optional.ofNullable(entries.get(size.key()))
                        .flatMap(this::text)
                        .ifPresent(text -> sizes.put(size, text));
            }
            return entries.containsKey(Size.LONG.key())
                    ? Optional.of(new Template(sizes))
                    : spot.wrongKey("%s lacks the key 'long'".formatted(spot.name()));
        }

        private Optional<String> text(Spot spot) {
            return scalars.read(spot, String.class).map(String.class::cast).flatMap(text -> {
                if (text.isBlank()) {
                    return spot.wrong("is empty, but should say something");
                }
                check.apply(text).forEach(flaw -> spot.wrongInside(flaw.line(), flaw.column(), flaw.message()));
                return Optional.of(text);
            });
        }
    }
}
