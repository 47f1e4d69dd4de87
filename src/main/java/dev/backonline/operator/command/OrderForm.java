package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Command;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Status;
import dev.backonline.operator.door.OperatorName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads commands from what operators send; what is wrong with it is an {@link IllegalArgumentException} that names the key. */
record OrderForm(OperatorName operator, JsonNode body) {
    private static final Set<String> KEYS = Set.of("services", "state", "status", "texts", "why");
    /** Ours: a person's words are cut to no network's measure here, but nobody posts a book. In characters. */
    private static final int LONGEST_TEXT = 4_000;

    OrderForm {
        check(body, KEYS);
    }

    /** A misspelt key would be an order that is not followed. */
    static void check(JsonNode body, Set<String> known) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("the body should be a JSON object");
        }
        var unknown = new TreeSet<String>();
        body.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                unknown.add(key);
            }
        });
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown %s; known: %s"
                    .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(known))));
        }
    }

    static IncidentId incident(String text) {
        return new IncidentId(text);
    }

    Command post(Optional<IncidentId> incident) {
        return new Command.Post(
                operator.value(),
                incident,
                services(),
                text("state").map(state -> named(ServiceState.class, "state", state)),
                text("status").map(status -> named(Status.class, "status", status)),
                texts());
    }

    Command resolve(IncidentId incident) {
        return new Command.Resolve(operator.value(), incident, texts());
    }

    Command correct(IncidentId incident) {
        return new Command.Correct(operator.value(), incident, texts());
    }

    Command approve(IncidentId incident) {
        return new Command.Approve(operator.value(), incident);
    }

    Command reject(IncidentId incident) {
        return new Command.Reject(operator.value(), incident, text("why").orElse("rejected by " + operator));
    }

    Command mute() {
        return new Command.Mute(operator.value(), text("why").orElse("muted by " + operator));
    }

    Command unmute() {
        return new Command.Unmute(operator.value());
    }

    private List<ServiceId> services() {
        var services = new ArrayList<ServiceId>();
        for (var one : listed(body, "services")) {
            services.add(new ServiceId(one.asText()));
        }
        return services;
    }

    static JsonNode listed(JsonNode body, String key) {
        var list = body.path(key);
        if (!list.isMissingNode() && !list.isArray()) {
            throw new IllegalArgumentException(key + " should be a list");
        }
        return list;
    }

    private Optional<String> text(String key) {
        return text(body, key);
    }

    static Optional<String> text(JsonNode body, String key) {
        var value = body.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException(key + " should be a text");
        }
        return Optional.of(value.asText().strip());
    }

    private Map<Locale, String> texts() {
        return texts(body, "texts");
    }

    static Map<Locale, String> texts(JsonNode body, String key) {
        var texts = new LinkedHashMap<Locale, String>();
        var node = body.path(key);
        if (!node.isMissingNode() && !node.isObject()) {
            throw new IllegalArgumentException(key + " should be texts by language, such as { \"en\": \"…\" }");
        }
        node.properties()
                .forEach(entry ->
                        texts.put(language(key, entry.getKey()), said(key + "." + entry.getKey(), entry.getValue())));
        return texts;
    }

    private static Locale language(String key, String tag) {
        var locale = Locale.forLanguageTag(tag);
        if (locale.getLanguage().isEmpty()) {
            throw new IllegalArgumentException("%s: '%s' is no language".formatted(key, tag));
        }
        return locale;
    }

    private static String said(String key, JsonNode text) {
        if (!text.isTextual() || text.asText().isBlank()) {
            throw new IllegalArgumentException("%s should say something".formatted(key));
        }
        if (text.asText().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("%s should have at most %d characters".formatted(key, LONGEST_TEXT));
        }
        return text.asText().strip();
    }

    private static <E extends Enum<E>> E named(Class<E> type, String key, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("%s '%s' should be one of %s".formatted(key, text, names(type))));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
