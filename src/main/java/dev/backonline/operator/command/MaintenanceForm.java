package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a maintenance from what operators send, in the words of the file; what is wrong with it is an {@link IllegalArgumentException}
 * that names the key. {@code zone}: that of times without an offset.
 */
record MaintenanceForm(SentKeys sent, Catalog catalog, ZoneId zone) {
    private static final Set<String> KEYS =
            Set.of("id", "title", "detail", "services", "groups", "start", "end", "duration", "announce", "quiet");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,3}d)?((\\d{1,4}h)?(\\d{1,5}m)?(\\d{1,6}s)?)");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm", Locale.ROOT);
    /** Ours, as in the file: longer work is better planned in parts, and a typing error hides no outage for months. */
    private static final Duration LONGEST = Duration.ofDays(31);

    MaintenanceForm(JsonNode body, Catalog catalog, ZoneId zone) {
        this(SentKeys.of(body, KEYS), catalog, zone);
    }

    /** Without a start it begins now. */
    Maintenance read(Instant now) {
        var services = services();
        var start = sent.text("start").map(text -> time("start", text)).orElse(now);
        var end = end(start);
        var title = sent.translated("title")
                .orElseThrow(() -> new IllegalArgumentException("title should say what is done; it is public"));
        var id = sent.text("id").orElseGet(() -> services.getFirst() + "-" + STAMP.format(start.atZone(zone)));
        return new Maintenance(
                new MaintenanceId(id), title, sent.translated("detail"), services, start, end, false, ahead());
    }

    private Instant end(Instant start) {
        var end = sent.text("end").map(text -> time("end", text));
        var duration = sent.text("duration").map(text -> span("duration", text));
        if (end.isPresent() == duration.isPresent()) {
            throw new IllegalArgumentException("a maintenance should have either 'end' or 'duration'");
        }
        var until = end.orElseGet(() -> start.plus(duration.orElseThrow()));
        if (!until.isAfter(start)) {
            throw new IllegalArgumentException(
                    "it should end after it starts, at %s, not at %s".formatted(start, until));
        }
        if (until.isAfter(start.plus(LONGEST))) {
            throw new IllegalArgumentException("it should not be longer than %d days".formatted(LONGEST.toDays()));
        }
        return until;
    }

    private Optional<Duration> ahead() {
        var announce = sent.text("announce").map(text -> span("announce", text)).orElse(Maintenance.DAY_AHEAD);
        return sent.isTrue("quiet") ? Optional.empty() : Optional.of(announce);
    }

    /** In the order of the file. */
    private List<ServiceId> services() {
        var meant = new LinkedHashSet<ServiceId>();
        for (var name : sent.names("services")) {
            meant.addAll(known("service", name, service -> service.id().value().equals(name)));
        }
        for (var name : sent.names("groups")) {
            meant.addAll(known(
                    "group",
                    name,
                    service -> service.group()
                            .map(Group::name)
                            .filter(name::equals)
                            .isPresent()));
        }
        if (meant.isEmpty()) {
            throw new IllegalArgumentException("services or groups should name those whose failures are expected");
        }
        return catalog.ordered(meant);
    }

    private List<ServiceId> known(String kind, String name, Predicate<Service> meant) {
        var found = catalog.services().values().stream()
                .filter(meant)
                .map(Service::id)
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("%ss: '%s' is no known %s; known services: %s"
                    .formatted(kind, name, kind, some(catalog.services().keySet())));
        }
        return found;
    }

    /** Ours: a list of thousands helps nobody. */
    private static String some(Set<ServiceId> services) {
        return services.stream().limit(20).map(ServiceId::value).collect(Collectors.joining(", "))
                + (services.size() > 20 ? " and %d more".formatted(services.size() - 20) : "");
    }

    private Instant time(String key, String text) {
        var iso = text.replaceFirst("(\\d) (\\d)", "$1T$2");
        try {
            return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).atZone(zone).toInstant();
        } catch (DateTimeException _) {
            throw new IllegalArgumentException(
                    "%s: '%s' should be like 2026-12-01T02:00 (of the page's zone, %s), or with an offset such as +01:00 or Z"
                            .formatted(key, text, zone));
        }
    }

    private static Duration span(String key, String text) {
        var span = SPAN.matcher(text);
        if (text.isEmpty() || !span.matches()) {
            throw new IllegalArgumentException(
                    "%s: '%s' should be a duration such as 30m, 2h or 1d".formatted(key, text));
        }
        var days = Optional.ofNullable(span.group(1)).orElse("");
        var rest = Objects.requireNonNull(span.group(2));
        return Duration.parse(
                "P" + days.toUpperCase(Locale.ROOT) + (rest.isEmpty() ? "" : "T" + rest.toUpperCase(Locale.ROOT)));
    }

    /** The keys of a body as they come, whatever they mean. */
    record SentKeys(JsonNode body) {
        /** Ours, in characters. */
        private static final int LONGEST_TEXT = 1_000;

        static SentKeys of(JsonNode body, Set<String> known) {
            OrderForm.check(body, known);
            return new SentKeys(body);
        }

        Optional<String> text(String key) {
            return OrderForm.text(body, key);
        }

        boolean isTrue(String key) {
            var value = body.path(key);
            if (!value.isMissingNode() && !value.isBoolean()) {
                throw new IllegalArgumentException(key + " should be true or false");
            }
            return value.asBoolean();
        }

        List<String> names(String key) {
            return OrderForm.listed(body, key)
                    .valueStream()
                    .map(JsonNode::asText)
                    .toList();
        }

        /** One text for all languages, or one for each. */
        Optional<Translated> translated(String key) {
            var value = body.path(key);
            if (value.isMissingNode()) {
                return Optional.empty();
            }
            if (!value.isObject()) {
                return text(key).map(text -> bounded(key, text)).map(Translated::same);
            }
            var texts = new LinkedHashMap<Locale, String>();
            OrderForm.texts(body, key).forEach((language, text) -> texts.put(language, bounded(key, text)));
            return Optional.of(new Translated(texts));
        }

        private static String bounded(String key, String text) {
            if (text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("%s should have at most %d characters".formatted(key, LONGEST_TEXT));
            }
            return text;
        }
    }
}
