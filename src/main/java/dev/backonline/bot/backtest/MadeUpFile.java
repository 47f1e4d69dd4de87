package dev.backonline.bot.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.record.Mapping;
import dev.backonline.bot.record.Recording;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.ServiceId;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The file that a record without one is judged by: its services as it names them, all of one group unless the mapping says more,
 * and the defaults for all the rest. Nobody is ever asked or told by it.
 */
record MadeUpFile(Recording recording, Mapping mapping, Duration every) {
    /** As in a file that says nothing else. */
    static final Duration USUAL = Duration.ofSeconds(10);

    private static final ObjectMapper QUOTES = new ObjectMapper();
    /** As ids are limited. */
    private static final int LONGEST = 40;

    String text() {
        var text = new StringBuilder("""
                page: { name: Backtest, url: "https://status.example.org", languages: [en] }
                channels: { told: { type: console } }
                """);
        if (!mapping.canaries().isEmpty()) {
            text.append("canaries: [ { type: tcp, host: \"127.0.0.1:1\", every: %s } ]\n".formatted(time(every)));
        }
        text.append("services:\n");
        var labels = labels();
        ids().forEach((name, id) -> text.append("  %s: { name: %s, group: %s, checks: [%s] }\n"
                .formatted(id, quoted(name), group(name), checks(labels.getOrDefault(name, Set.of())))));
        return text.toString();
    }

    /** The ids of all names that are no canaries; names that come to the same id are told apart by number. */
    Map<String, ServiceId> ids() {
        var ids = new LinkedHashMap<String, ServiceId>();
        for (var name : recording.services()) {
            if (!mapping.canaries().contains(name)) {
                ids.put(name, given(name).orElseGet(() -> free(slug(name), ids)));
            }
        }
        return ids;
    }

    private Optional<ServiceId> given(String name) {
        return Optional.ofNullable(mapping.services().get(name)).flatMap(Mapping.Alias::id);
    }

    private static ServiceId free(String slug, Map<String, ServiceId> taken) {
        var id = new ServiceId(slug);
        for (var number = 2; taken.containsValue(id); number++) {
            id = new ServiceId(slug.substring(0, Math.min(slug.length(), LONGEST - 6)) + "-" + number);
        }
        return id;
    }

    private static String slug(String name) {
        var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "service" : slug.substring(0, Math.min(slug.length(), LONGEST));
    }

    private String group(String name) {
        return Optional.ofNullable(mapping.services().get(name))
                .flatMap(Mapping.Alias::group)
                .map(Group::name)
                .map(MadeUpFile::quoted)
                .orElse("all");
    }

    private String checks(Set<String> labels) {
        return labels.stream()
                .map(_ -> "{ type: http, url: \"http://127.0.0.1:1/\", every: %s }".formatted(time(every)))
                .collect(Collectors.joining(", "));
    }

    /** The checks of each service as the record names them, in the order in which they are first heard of. */
    private Map<String, Set<String>> labels() {
        var labels = new HashMap<String, Set<String>>();
        recording
                .rows()
                .forEach(row -> labels.computeIfAbsent(row.service(), _ -> new LinkedHashSet<>())
                        .add(row.check()));
        return labels;
    }

    private static String time(Duration time) {
        return time.toMillis() + "ms";
    }

    private static String quoted(String name) {
        try {
            return QUOTES.writeValueAsString(name);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
