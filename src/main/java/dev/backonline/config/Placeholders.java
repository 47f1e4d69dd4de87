package dev.backonline.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts in what stands outside the file: {@code ${env:NAME}} and {@code ${file:/run/secrets/x}} (a relative path starts at the
 * file's folder). Remembers what it put in, so that no mistake shows it.
 */
final class Placeholders {
    private static final Pattern FORM = Pattern.compile("\\$\\{([a-z]+):([^}]*)(}?)");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
    private static final Pattern PLACES =
            Pattern.compile("(canaries|channels|operator|services\\.[^.]+\\.checks)\\b.*", Pattern.DOTALL);
    /** Ours: no credential is longer. */
    private static final int LARGEST_FILE = 64 * 1024;
    /** Ours: a shorter value is hidden only where it stands alone, or sentences would lose their letters. */
    private static final int SHORT = 4;

    private static final String STAND_IN = "placeholder";
    /** A text, an address, a host and its port, a number, a duration, a switch, a signing key, a PEM file: the first that is well-formed serves. */
    private static final List<String> STAND_INS = List.of(
            STAND_IN,
            "https://placeholder.invalid",
            "placeholder.invalid:1",
            "1",
            "1s",
            "true",
            "whsec_cGxhY2Vob2xkZXI=",
            "-----BEGIN placeholder-----");

    private final Optional<Function<String, Optional<String>>> environment;
    private final UnaryOperator<Path> place;
    private final Map<String, String> resolved = new LinkedHashMap<>();

    /** Without an environment nothing is looked up: stand-ins take the places. */
    Placeholders(Optional<Function<String, Optional<String>>> environment, Path folder) {
        this(environment, folder::resolve);
    }

    private Placeholders(Optional<Function<String, Optional<String>>> environment, UnaryOperator<Path> place) {
        this.environment = environment;
        this.place = place;
    }

    /** Relative names start where this file is; {@code opened} is told of each that is looked into. */
    static Placeholders of(Path file, Optional<Function<String, Optional<String>>> environment, Consumer<Path> opened) {
        return new Placeholders(environment, name -> {
            var meant = file.resolveSibling(name);
            opened.accept(meant);
            return meant;
        });
    }

    /** Which file a name in the file means. */
    UnaryOperator<Path> place() {
        return place;
    }

    static boolean in(String text) {
        return FORM.matcher(text).find();
    }

    /** The texts that this one may stand for, the likeliest first; none after a mistake, which is noted. */
    List<String> fill(Spot spot, String text) {
        if (!PLACES.matcher(spot.path()).matches()) {
            spot.wrong(
                    "holds a placeholder, '%s', but those are read only under channels, canaries, checks and operator"
                            .formatted(text));
            return List.of();
        }
        var places = FORM.matcher(text).results().toList();
        var values = places.stream().map(place -> value(spot, place)).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return List.of();
        }
        return environment.isEmpty()
                ? STAND_INS.stream().map(FORM.matcher(text)::replaceAll).toList()
                : List.of(FORM.matcher(text)
                        .replaceAll(place -> Matcher.quoteReplacement(resolved.getOrDefault(place.group(), ""))));
    }

    private Optional<String> value(Spot spot, MatchResult place) {
        var kind = place.group(1);
        var name = place.group(2);
        if (name.isBlank() || place.group(3).isEmpty() || !(kind.equals("env") || kind.equals("file"))) {
            return spot.wrong("holds '%s', which should be like '${env:NAME}' or '${file:/run/secrets/name}'"
                    .formatted(place.group()));
        }
        if (environment.isEmpty()) {
            return Optional.of(place.group());
        }
        var value = kind.equals("env") ? variable(spot, name, environment.get()) : content(spot, name);
        value.ifPresent(it -> resolved.put(place.group(), it));
        return value;
    }

    private static Optional<String> variable(Spot spot, String name, Function<String, Optional<String>> environment) {
        var value = environment.apply(name);
        if (value.isEmpty()) {
            return spot.wrong("needs the environment variable '%s', which is not set".formatted(name));
        }
        return value.get().isBlank()
                ? spot.wrong("needs the environment variable '%s', which is empty".formatted(name))
                : value;
    }

    private Optional<String> content(Spot spot, String name) {
        try (var stream = Files.newInputStream(place.apply(Path.of(name)))) {
            var bytes = stream.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                return spot.wrong("needs the file '%s', which is larger than 64 KiB".formatted(name));
            }
            var value = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
            return value.isBlank()
                    ? spot.wrong("needs the file '%s', which is empty".formatted(name))
                    : Optional.of(value);
        } catch (NoSuchFileException absent) {
            return spot.wrong("needs the file '%s', which is not there".formatted(name));
        } catch (IOException | InvalidPathException unreadable) {
            return spot.wrong("needs the file '%s', which cannot be read".formatted(name));
        }
    }

    /** Whether the sentence is about a stand-in, so that it may not hold for what will stand there. */
    boolean isGuess(String sentence) {
        return environment.isEmpty() && sentence.contains(STAND_IN);
    }

    /** The sentence with the placeholder wherever a value that came from outside stood. */
    String hide(String sentence) {
        var hidden = sentence;
        for (var secret : resolved.entrySet()) {
            var value = Pattern.quote(secret.getValue());
            var place = secret.getValue().length() < SHORT ? "(?<!\\w)" + value + "(?!\\w)" : value;
            hidden = hidden.replaceAll(place, Matcher.quoteReplacement(secret.getKey()));
        }
        return hidden;
    }

    /** The same for a sentence of a plug-in, which may quote a part of a value, such as the path of an address. */
    String hideParts(String sentence) {
        return hide(QUOTED.matcher(sentence)
                .replaceAll(quoted -> resolved.entrySet().stream()
                        .filter(secret -> secret.getValue().contains(quoted.group(1)))
                        .findFirst()
                        .map(secret -> Matcher.quoteReplacement("'%s'".formatted(secret.getKey())))
                        .orElse(Matcher.quoteReplacement(quoted.group()))));
    }
}
