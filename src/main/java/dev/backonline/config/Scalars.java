package dev.backonline.config;

import dev.backonline.catalog.Translated;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one text as one value. Types of a plug-in have a static {@code parse(String)} that throws IllegalArgumentException, or are
 * enums, written in lower case.
 */
final class Scalars {
    private final Placeholders placeholders;

    Scalars(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    Optional<Object> read(Spot spot, Class<?> type) {
        return spot.text().flatMap(text -> Placeholders.in(text) ? filled(spot, text, type) : plain(spot, text, type));
    }

    private static Optional<Object> plain(Spot spot, String text, Class<?> type) {
        try {
            return Optional.of(form(type).parse().apply(text));
        } catch (IllegalArgumentException mistake) {
            return spot.complain(message(mistake));
        }
    }

    /** What a message says of a value may be a part of it: so of a value from outside only its placeholder is told. */
    private Optional<Object> filled(Spot spot, String text, Class<?> type) {
        var texts = placeholders.fill(spot, text);
        var value = texts.stream().flatMap(it -> attempt(it, type).stream()).findFirst();
        if (value.isEmpty() && !texts.isEmpty()) {
            spot.complain("what '%s' stands for is no well-formed %s"
                    .formatted(text, form(type).name()));
        }
        return value;
    }

    private static Optional<Object> attempt(String text, Class<?> type) {
        try {
            return Optional.of(form(type).parse().apply(text));
        } catch (IllegalArgumentException mistake) {
            return Optional.empty();
        }
    }

    /** One text in each of these languages. */
    static Translated byLanguage(Map<?, ?> texts) {
        var byLanguage = new LinkedHashMap<Locale, String>();
        texts.forEach((language, text) -> byLanguage.put((Locale) language, (String) text));
        return new Translated(byLanguage);
    }

    /** Whether the type is written as one text. */
    static boolean knows(Class<?> type) {
        return Form.known(type).isPresent() || type.isEnum() || parser(type).isPresent();
    }

    static Form form(Class<?> type) {
        return Form.known(type)
                .orElseGet(() -> isNamed(type)
                        ? new Form("name", text -> constant(text, type))
                        : new Form("value", text -> parsed(text, type)));
    }

    static Optional<Method> parser(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(it -> it.getName().equals("parse") && Modifier.isStatic(it.getModifiers()))
                .filter(it -> Arrays.equals(it.getParameterTypes(), new Class<?>[] {String.class}))
                .findFirst();
    }

    /** Whether values of the type are known by their names. */
    static boolean isNamed(Class<?> type) {
        return type.isEnum() && parser(type).isEmpty();
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
                .orElseThrow(() -> Form.unlike(
                        text, "one of " + String.join(", ", names(type)) + ConfigMistake.meant(text, names(type))));
    }

    private static Object parsed(String text, Class<?> type) {
        var parser =
                parser(type).orElseThrow(() -> new IllegalStateException(type + " should have a static parse(String)"));
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

    /** Whose values stand where a key of such a record is absent. */
    record Bases(List<Record> records) {
        static final Bases NONE = new Bases(List.of());

        Optional<Object> value(RecordComponent component) {
            return records.stream()
                    .filter(record -> record.getClass().equals(component.getDeclaringRecord()))
                    .findFirst()
                    .map(base -> value(base, component));
        }

        private static Object value(Record base, RecordComponent component) {
            try {
                return component.getAccessor().invoke(base);
            } catch (ReflectiveOperationException unregistered) {
                throw new IllegalStateException("%s should be registered for reflection".formatted(base), unregistered);
            }
        }
    }
}
