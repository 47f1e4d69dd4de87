package dev.backonline.config;

import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import dev.backonline.config.ConfigMistake.Notes;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the values of a file into settings records: each component from the key of its name in kebab case. What a record's own
 * constructor refuses is a mistake where the values stand. An empty result means that a mistake was noted.
 */
final class Binder {
    private final Scalars scalars;
    private final Map<Class<?>, Reader> readers;

    Binder(Scalars scalars, Map<Class<?>, Reader> readers) {
        this.scalars = scalars;
        this.readers = Map.copyOf(readers);
    }

    /** Reads a type that is more than its components; the binder is the one that asks. */
    @FunctionalInterface
    interface Reader {
        Optional<?> read(Entry entry, Binder binder);
    }

    /** The keys of a settings record. */
    static List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Binder::key).toList();
    }

    static String key(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** Reads a record whose keys are all that may be there. */
    <T extends Record> Optional<T> bind(Entry entry, Class<T> type) {
        if (entry.entries().isEmpty()) {
            return Optional.empty();
        }
        entry.refuseUnknownKeys(keys(type));
        return fill(entry, type);
    }

    /** Reads a record from keys among which others may be. */
    <T extends Record> Optional<T> fill(Entry entry, Class<T> type) {
        var values = new ArrayList<>();
        for (var component : type.getRecordComponents()) {
            component(entry, component).ifPresent(values::add);
        }
        return values.size() == type.getRecordComponents().length ? create(entry, type, values) : Optional.empty();
    }

    private static <T extends Record> Optional<T> create(Entry entry, Class<T> type, List<Object> values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException mistake) {
                entry.blame(Scalars.message(mistake));
                return Optional.empty();
            }
            throw new IllegalStateException("%s refused its values".formatted(type), thrown.getCause());
        } catch (ReflectiveOperationException unregistered) {
            throw new IllegalStateException("%s should be registered for reflection".formatted(type), unregistered);
        }
    }

    private Optional<?> component(Entry entry, RecordComponent component) {
        var present = Optional.ofNullable(entry.children().get(key(component)));
        var type = component.getGenericType();
        var fallback =
                Optional.ofNullable(component.getAnnotation(Setting.class)).map(Setting::fallback);
        if (component.getType() == Optional.class) {
            return present.isEmpty() ? Optional.of(Optional.empty()) : some(value(present.get(), argument(type, 0)));
        }
        if (present.isPresent()) {
            return value(present.get(), type);
        }
        if (fallback.isPresent() && !fallback.get().isEmpty()) {
            return fallback(component, fallback.get());
        }
        return missing(entry, component);
    }

    private static Optional<?> some(Optional<?> value) {
        return value.isPresent() ? Optional.of(value) : Optional.empty();
    }

    private static Optional<?> missing(Entry entry, RecordComponent component) {
        var such = Optional.ofNullable(component.getAnnotation(Setting.class))
                .filter(setting -> !setting.example().isEmpty())
                .map(setting -> "; for example '%s: %s'".formatted(key(component), setting.example()));
        return entry.wrongKey("%s lacks the key '%s'%s".formatted(entry.name(), key(component), such.orElse("")));
    }

    /** Defaults are documented as they would be written, and are read as they are documented. */
    private Optional<?> fallback(RecordComponent component, String text) {
        var notes = new Notes("the default of " + component, new Placeholders(Optional.empty(), Path.of("")));
        var value = YamlFile.root(text, notes).flatMap(root -> value(root, component.getGenericType()));
        if (!notes.isEmpty()) {
            throw new IllegalStateException(notes.inOrder().toString());
        }
        return value;
    }

    Optional<?> value(Entry entry, Type type) {
        if (type instanceof ParameterizedType generic) {
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.List" -> list(entry, argument(type, 0));
                case "java.util.Map" -> map(entry, argument(type, 0), argument(type, 1));
                default -> value(entry, generic.getRawType());
            };
        }
        var plain = (Class<?>) type;
        if (readers.containsKey(plain)) {
            return Optional.ofNullable(readers.get(plain)).flatMap(reader -> reader.read(entry, this));
        }
        if (plain == Translated.class) {
            return translated(entry);
        }
        return isSettings(plain) ? bind(entry, plain.asSubclass(Record.class)) : scalars.read(entry, plain);
    }

    /** Whether the type is read key by key, not from one text. */
    static boolean isSettings(Class<?> type) {
        return type.isRecord() && !Scalars.knows(type);
    }

    private Optional<?> translated(Entry entry) {
        if (entry.isText()) {
            return scalars.read(entry, String.class).map(text -> Translated.same((String) text));
        }
        return entry.isMap() && !entry.children().isEmpty()
                ? map(entry, Locale.class, String.class).map(Binder::byLanguage)
                : entry.wrong("should be a text, or texts by language");
    }

    private static Translated byLanguage(Map<?, ?> texts) {
        var byLanguage = new LinkedHashMap<Locale, String>();
        texts.forEach((language, text) -> byLanguage.put((Locale) language, (String) text));
        return new Translated(byLanguage);
    }

    private Optional<List<?>> list(Entry entry, Type type) {
        return entry.items().flatMap(items -> {
            var values =
                    items.stream().flatMap(item -> value(item, type).stream()).toList();
            return values.size() == items.size() ? Optional.of(values) : Optional.empty();
        });
    }

    private Optional<Map<?, ?>> map(Entry entry, Type keys, Type type) {
        return entry.entries().flatMap(entries -> {
            var values = new LinkedHashMap<Object, Object>();
            for (var child : entries.values()) {
                var key = value(child.ofKey(), keys);
                var value = value(child, type);
                key.ifPresent(name -> value.ifPresent(it -> put(values, name, it, child)));
            }
            return values.size() == entries.size()
                    ? Optional.of(Collections.unmodifiableMap(values))
                    : Optional.empty();
        });
    }

    private static void put(Map<Object, Object> values, Object key, Object value, Entry child) {
        if (values.putIfAbsent(key, value) != null) {
            child.wrongKey("%s says the same as another key".formatted(child.name()));
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
