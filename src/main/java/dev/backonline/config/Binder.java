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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the values of a file into settings records: each component from the key of its name in kebab case. What a record's own
 * constructor refuses is a mistake where the values stand. An empty result means that a mistake was noted.
 */
final class Binder {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    private final Scalars scalars;
    private final Map<Class<?>, Reader> readers;
    private final Map<String, Object> fallbacks = new HashMap<>();
    private final Scalars.Bases bases;

    Binder(Scalars scalars, Map<Class<?>, Reader> readers, Scalars.Bases bases) {
        this.scalars = scalars;
        this.readers = Map.copyOf(readers);
        this.bases = bases;
    }

    /** Reads a type that is more than its components; the binder is the one that asks. */
    @FunctionalInterface
    interface Reader {
        Optional<?> read(Spot spot, Binder binder);
    }

    /** The keys of a settings record. */
    static List<String> keys(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents()).map(Binder::key).toList();
    }

    static String key(RecordComponent component) {
        return CAPITAL.matcher(component.getName()).replaceAll("-$1").toLowerCase(Locale.ROOT);
    }

    /** Reads a record whose keys are all that may be there. */
    <T extends Record> Optional<T> bind(Spot spot, Class<T> type) {
        if (spot.entries().isEmpty()) {
            return Optional.empty();
        }
        spot.refuseUnknownKeys(keys(type));
        return fill(spot, type);
    }

    /** Reads a record from keys among which others may be. */
    <T extends Record> Optional<T> fill(Spot spot, Class<T> type) {
        var values = new ArrayList<>();
        for (var component : type.getRecordComponents()) {
            component(spot, component).ifPresent(values::add);
        }
        return values.size() == type.getRecordComponents().length ? create(spot, type, values) : Optional.empty();
    }

    private static <T extends Record> Optional<T> create(Spot spot, Class<T> type, List<Object> values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof IllegalArgumentException mistake) {
                spot.blame(Scalars.message(mistake));
                return Optional.empty();
            }
            throw new IllegalStateException("%s refused its values".formatted(type), thrown.getCause());
        } catch (ReflectiveOperationException unregistered) {
            throw new IllegalStateException("%s should be registered for reflection".formatted(type), unregistered);
        }
    }

    private Optional<?> component(Spot spot, RecordComponent component) {
        var present = Optional.ofNullable(spot.children().get(key(component)));
        var base = bases.value(component);
        if (present.isEmpty() && base.isPresent()) {
            return base;
        }
        var type = component.getGenericType();
        var fallback =
                Optional.ofNullable(component.getAnnotation(Setting.class)).map(Setting::fallback);
        if (component.getType() == Optional.class) {
            var value = present.flatMap(it -> value(it, argument(type, 0)));
            return present.isPresent() && value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
        if (present.isPresent()) {
            return value(present.get(), type);
        }
        if (fallback.isPresent() && !fallback.get().isEmpty()) {
            return fallback(component, fallback.get());
        }
        return missing(spot, component);
    }

    private static Optional<?> missing(Spot spot, RecordComponent component) {
        var such = Optional.ofNullable(component.getAnnotation(Setting.class))
                .filter(setting -> !setting.example().isEmpty())
                .map(setting -> "; for example '%s: %s'".formatted(key(component), setting.example()));
        return spot.wrongKey("%s lacks the key '%s'%s".formatted(spot.name(), key(component), such.orElse("")));
    }

    /** Defaults are documented as they would be written, and are read as they are documented: each once. */
    private Optional<?> fallback(RecordComponent component, String text) {
        var place = component.getDeclaringRecord().getName() + "." + component.getName();
        var known = fallbacks.get(place);
        if (known != null) {
            return Optional.of(known);
        }
        var notes = new Notes("the default of " + place, new Placeholders(Optional.empty(), Path.of("")));
        var value = YamlFile.root(text, notes).flatMap(root -> value(root, component.getGenericType()));
        if (!notes.isEmpty()) {
            throw new IllegalStateException(notes.inOrder().toString());
        }
        value.ifPresent(it -> fallbacks.put(place, it));
        return value;
    }

    Optional<?> value(Spot spot, Type type) {
        if (type instanceof ParameterizedType generic) {
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.List" -> list(spot, argument(type, 0));
                case "java.util.Map" -> map(spot, argument(type, 0), argument(type, 1));
                default -> value(spot, generic.getRawType());
            };
        }
        var plain = (Class<?>) type;
        if (readers.containsKey(plain)) {
            return Optional.ofNullable(readers.get(plain)).flatMap(reader -> reader.read(spot, this));
        }
        if (plain == Translated.class) {
            return translated(spot);
        }
        return isSettings(plain) ? bind(spot, plain.asSubclass(Record.class)) : scalars.read(spot, plain);
    }

    /** Whether the type is read key by key, not from one text. */
    static boolean isSettings(Class<?> type) {
        return type.isRecord() && !Scalars.knows(type);
    }

    private Optional<?> translated(Spot spot) {
        if (spot.isText()) {
            return scalars.read(spot, String.class).map(text -> Translated.same((String) text));
        }
        return spot.isMap() && !spot.children().isEmpty()
                ? map(spot, Locale.class, String.class).map(Scalars::byLanguage)
                : spot.wrong("should be a text, or texts by language");
    }

    private Optional<List<?>> list(Spot spot, Type type) {
        return spot.items().flatMap(items -> {
            var values =
                    items.stream().flatMap(item -> value(item, type).stream()).toList();
            return values.size() == items.size() ? Optional.of(values) : Optional.empty();
        });
    }

    private Optional<Map<?, ?>> map(Spot spot, Type keys, Type type) {
        return spot.entries().flatMap(entries -> {
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

    private static void put(Map<Object, Object> values, Object key, Object value, Spot child) {
        if (values.putIfAbsent(key, value) != null) {
            child.wrongKey("%s says the same as another key".formatted(child.name()));
        }
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
