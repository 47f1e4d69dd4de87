package dev.backonline.config;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Secret;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Endpoint;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.outbox.ChannelId;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Flapping;
import dev.backonline.verdict.Quorum;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How a value of one type is written: what it is called, and its reading, which throws IllegalArgumentException. */
record Form(String name, Function<String, Object> parse) {
    private static final Pattern DURATION = Pattern.compile("(?:\\d{1,9}(?:ms|s|m|h|d)\\s*)+");
    private static final Pattern PART = Pattern.compile("(\\d+)([a-z]+)");
    private static final Map<String, Duration> UNITS = Map.of(
            "d", Duration.ofDays(1),
            "h", Duration.ofHours(1),
            "m", Duration.ofMinutes(1),
            "s", Duration.ofSeconds(1),
            "ms", Duration.ofMillis(1));
    /** Ours: nothing here waits for longer than a year. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final Map<Class<?>, Form> KNOWN = Map.ofEntries(
            called(String.class, "text", text -> text),
            called(int.class, "whole number", Form::whole),
            called(double.class, "number", Form::number),
            called(boolean.class, "true or false", Form::truth),
            called(Duration.class, "duration", Form::duration),
            called(URI.class, "address", Form::address),
            called(Path.class, "file", Form::file),
            called(ZoneId.class, "time zone", Form::zone),
            called(Locale.class, "language", Form::language),
            called(Secret.class, "secret", Secret::new),
            called(SecretAddress.class, "secret address", SecretAddress::parse),
            called(Endpoint.class, "host and port", Endpoint::parse),
            called(Confirmation.class, "N of M", Confirmation::parse),
            called(Integer.class, "whole number", Form::whole),
            called(Quorum.class, "any, all or N of M", Quorum::parse),
            called(Flapping.class, "N in a time", Flapping::parse),
            called(Group.class, "name", Group::new),
            called(ServiceId.class, "name of a service", ServiceId::new),
            called(ChannelId.class, "name of a channel", ChannelId::new),
            called(OperatorName.class, "name of an operator", OperatorName::new),
            called(Pass.class, "token", Pass::parse));

    private static Map.Entry<Class<?>, Form> called(Class<?> type, String name, Function<String, Object> parse) {
        return Map.entry(type, new Form(name, parse));
    }

    /** The form of a type that every plug-in may use; others have their own. */
    static Optional<Form> known(Class<?> type) {
        return Optional.ofNullable(KNOWN.get(type));
    }

    static IllegalArgumentException unlike(String text, String rule) {
        return new IllegalArgumentException("'%s' should be %s".formatted(Spot.shown(text), rule));
    }

    private static Object whole(String text) {
        return Integer.parseInt(proper(text, text.matches("-?\\d{1,9}"), "a whole number"));
    }

    private static Object number(String text) {
        return Double.parseDouble(proper(text, text.matches("-?\\d{1,15}(\\.\\d{1,15})?"), "a number"));
    }

    private static Object truth(String text) {
        return Boolean.parseBoolean(proper(text, text.matches("true|false"), "true or false"));
    }

    private static Object duration(String text) {
        if (text.startsWith("-")) {
            throw new IllegalArgumentException("'%s' should not be negative".formatted(Spot.shown(text)));
        }
        var unit = text.matches("\\d{1,9}") ? ". Did you mean '%ss'?".formatted(text) : "";
        var known = DURATION.matcher(text).matches();
        var sum = PART.matcher(proper(text, known, "a duration such as 10s, 800ms, 1m30s, 2h or 1d" + unit))
                .results()
                .map(part ->
                        UNITS.getOrDefault(part.group(2), Duration.ZERO).multipliedBy(Long.parseLong(part.group(1))))
                .reduce(Duration.ZERO, Duration::plus);
        proper(text, sum.compareTo(LONGEST) <= 0, "at most 366d");
        return sum;
    }

    private static Object address(String text) {
        var meant = text.matches("[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/.*)?")
                ? ". Did you mean 'https://%s'?".formatted(text)
                : "";
        try {
            var address = new URI(text);
            var known = address.getHost() != null && List.of("http", "https").contains(address.getScheme());
            proper(text, known, "an address with http:// or https://" + meant);
            return address;
        } catch (URISyntaxException mistake) {
            throw unlike(text, "an address with http:// or https://");
        }
    }

    private static Object file(String text) {
        try {
            return Path.of(proper(text, !text.isBlank(), "the name of a file"));
        } catch (InvalidPathException mistake) {
            throw unlike(text, "the name of a file");
        }
    }

    private static Object zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException mistake) {
            var meant = ConfigMistake.meant(text, ZoneId.getAvailableZoneIds());
            throw unlike(text, "a time zone such as Europe/Rome" + meant);
        }
    }

    private static Object language(String text) {
        return languageOf(text).orElseThrow(() -> unlike(text, "a language such as en, it or pt-BR"));
    }

    static Optional<Locale> languageOf(String text) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(text).build())
                    .filter(it -> !it.getLanguage().isEmpty());
        } catch (IllformedLocaleException mistake) {
            return Optional.empty();
        }
    }

    private static String proper(String text, boolean wellFormed, String rule) {
        if (!wellFormed) {
            throw unlike(text, rule);
        }
        return text;
    }
}
