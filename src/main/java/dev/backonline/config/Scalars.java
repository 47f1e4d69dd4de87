package dev.backonline.config;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Secret;
import dev.backonline.catalog.ServiceId;
import dev.backonline.outbox.ChannelId;
import dev.backonline.verdict.Confirmation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads one text as one value. Types of a plug-in have a static {@code parse(String)} that throws IllegalArgumentException, or are
 * enums, written in lower case.
 */
final class Scalars {
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

    private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
            form(String.class, "text", text -> text),
            form(int.class, "whole number", Scalars::whole),
            form(double.class, "number", Scalars::number),
            form(boolean.class, "true or false", Scalars::truth),
            form(Duration.class, "duration", Scalars::duration),
            form(URI.class, "address", Scalars::address),
            form(ZoneId.class, "time zone", Scalars::zone),
            form(Locale.class, "language", Scalars::language),
            form(Secret.class, "secret", Secret::new),
            form(Confirmation.class, "N of M", Confirmation::parse),
            form(Group.class, "name", Group::new),
            form(ServiceId.class, "name of a service", ServiceId::new),
            form(ChannelId.class, "name of a channel", ChannelId::new));

    private final Placeholders placeholders;

    Scalars(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /** How one type is written: what it is called, and its reading, which throws IllegalArgumentException. */
    record Form(String name, Function<String, Object> parse) {}

    private static <T> Map.Entry<Class<?>, Form> form(Class<T> type, String name, Function<String, Object> parse) {
        return Map.entry(type, new Form(name, parse));
    }

    Optional<Object> read(Entry entry, Class<?> type) {
        return entry.text().flatMap(text -> Placeholders.in(text) ? filled(entry, text, type) : plain(entry, text, type));
    }

    private static Optional<Object> plain(Entry entry, String text, Class<?> type) {
        try {
            return Optional.of(form(type).parse().apply(text));
        } catch (IllegalArgumentException mistake) {
            return entry.complain(message(mistake));
        }
    }

    /** What a well-meant message says of a value may be a part of the value: so of one from outside only its placeholder is told. */
    private Optional<Object> filled(Entry entry, String text, Class<?> type) {
        var texts = placeholders.fill(entry, text);
        for (var candidate : texts) {
            try {
                return Optional.of(form(type).parse().apply(candidate));
            } catch (IllegalArgumentException mistake) {
                continue;
            }
        }
        return texts.isEmpty()
                ? Optional.empty()
                : entry.complain("what '%s' stands for is no well-formed %s".formatted(text, form(type).name()));
    }

    /** Whether the type is one of those that every plug-in may use, and is written as one text. */
    static boolean knows(Class<?> type) {
        return FORMS.containsKey(type) || parser(type).isPresent();
    }

    static Form form(Class<?> type) {
        var form = FORMS.get(type);
        if (form != null) {
            return form;
        }
        return type.isEnum() && parser(type).isEmpty()
                ? new Form(String.join(", ", names(type)), text -> constant(text, type))
                : new Form("value", text -> parsed(text, type));
    }

    static Optional<Method> parser(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(it -> it.getName().equals("parse") && Modifier.isStatic(it.getModifiers()))
                .filter(it -> Arrays.equals(it.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    static List<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Scalars::name).toList();
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> name(it).equals(text))
                .findFirst()
                .orElseThrow(() -> unlike(text, "one of those that are known" + ConfigMistake.known(text, names(type))));
    }

    private static Object parsed(String text, Class<?> type) {
        var parser = parser(type)
                .orElseThrow(() -> new IllegalStateException(type + " should have a static parse(String)"));
        try {
            parser.setAccessible(true);
            return parser.invoke(null, text);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof IllegalArgumentException mistake
                    ? mistake
                    : new IllegalStateException(thrown.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String message(Throwable mistake) {
        return Optional.ofNullable(mistake.getMessage()).orElse("the value is not well-formed");
    }

    private static IllegalArgumentException unlike(String text, String rule) {
        return new IllegalArgumentException("'%s' should be %s".formatted(Entry.shown(text), rule));
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
            throw new IllegalArgumentException("'%s' should not be negative".formatted(Entry.shown(text)));
        }
        var unit = text.matches("\\d{1,9}") ? ". Did you mean '%ss'?".formatted(text) : "";
        var known = DURATION.matcher(text).matches();
        var sum = PART.matcher(proper(text, known, "a duration such as 10s, 800ms, 1m30s, 2h or 1d" + unit))
                .results()
                .map(part -> UNITS.getOrDefault(part.group(2), Duration.ZERO)
                        .multipliedBy(Long.parseLong(part.group(1))))
                .reduce(Duration.ZERO, Duration::plus);
        proper(text, sum.compareTo(LONGEST) <= 0, "at most 366d");
        return sum;
    }

    private static Object address(String text) {
        var meant = text.matches("[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/.*)?") ? ". Did you mean 'https://%s'?".formatted(text) : "";
        try {
            var address = new URI(text);
            var known = address.getHost() != null && List.of("http", "https").contains(address.getScheme());
            proper(text, known, "an address with http:// or https://" + meant);
            return address;
        } catch (URISyntaxException mistake) {
            throw unlike(text, "an address with http:// or https://");
        }
    }

    private static Object zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException mistake) {
            var meant = ConfigMistake.nearest(text, ZoneId.getAvailableZoneIds())
                    .map(". Did you mean '%s'?"::formatted)
                    .orElse("");
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
