package dev.backonline.check.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import dev.backonline.check.Receiving.Heard;
import dev.backonline.check.Receiving.News;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.signal.Alert.Marks;
import dev.backonline.check.signal.Alert.Times;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads CloudEvents 1.0 (cloudevents.io, "HTTP Protocol Binding"): structured, in batches, and with the attributes in headers. */
final class CloudEventsReader {
    private static final String PREFIX = "ce-";

    private CloudEventsReader() {}

    static Heard<List<Alert>> read(Notice notice) {
        try {
            return switch (notice.mediaType()) {
                case "application/cloudevents+json" -> all(List.of(AlertsReader.JSON.readTree(notice.body())));
                case "application/cloudevents-batch+json" -> batch(AlertsReader.JSON.readTree(notice.body()));
                default -> notice.header("ce-specversion").isPresent() ? binary(notice) : foreign();
            };
        } catch (JacksonException _) {
            return AlertsReader.wrong("the body should be JSON");
        } catch (IllegalArgumentException _) {
            return AlertsReader.wrong("the headers of the event should be percent-encoded");
        }
    }

    private static Heard<List<Alert>> foreign() {
        return new Nonsense<>(
                Fault.TYPE,
                "there should be a header ce-specversion, or the content type application/cloudevents+json or"
                        + " application/cloudevents-batch+json");
    }

    private static Heard<List<Alert>> batch(JsonNode list) {
        if (!list.isArray()) {
            return AlertsReader.wrong("a batch should be a list of events");
        }
        var events = new ArrayList<JsonNode>();
        list.forEach(events::add);
        return all(events);
    }

    private static Heard<List<Alert>> all(List<JsonNode> events) {
        var alerts = new ArrayList<Alert>();
        for (var event : events) {
            var complaint = read(attributes(event), event.path("data"), alerts);
            if (complaint.isPresent()) {
                return AlertsReader.wrong(complaint.get());
            }
        }
        return new News<>(alerts);
    }

    private static Map<String, String> attributes(JsonNode event) {
        var attributes = new HashMap<String, String>();
        event.properties().stream()
                .filter(one -> one.getValue().isValueNode() && !one.getKey().startsWith("data"))
                .forEach(one -> attributes.put(one.getKey(), one.getValue().asText()));
        return attributes;
    }

    private static Heard<List<Alert>> binary(Notice notice) {
        var attributes = new HashMap<String, String>();
        notice.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), decoded(value));
            }
        });
        var alerts = new ArrayList<Alert>();
        return read(attributes, payload(notice), alerts)
                .map(AlertsReader::wrong)
                .orElseGet(() -> new News<>(alerts));
    }

    /** Section 3.1.3.2: what is no visible ASCII is percent-encoded; a plus is a plus. */
    private static String decoded(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), UTF_8);
    }

    /** What is no JSON has no values to look at. */
    private static JsonNode payload(Notice notice) {
        var isJson = notice.mediaType().equals("application/json")
                || notice.mediaType().endsWith("+json");
        try {
            return isJson && !notice.body().isBlank()
                    ? AlertsReader.JSON.readTree(notice.body())
                    : AlertsReader.JSON.missingNode();
        } catch (JacksonException _) {
            return AlertsReader.JSON.missingNode();
        }
    }

    /** Adds what an event says, or gives what is wrong with it. */
    private static Optional<String> read(Map<String, String> attributes, JsonNode payload, List<Alert> alerts) {
        if (!attributes.getOrDefault("specversion", "").equals("1.0")) {
            return Optional.of("the specversion should be 1.0");
        }
        for (var name : List.of("id", "source", "type")) {
            if (attributes.getOrDefault(name, "").isBlank()) {
                return Optional.of("an event should have an id, a source and a type");
            }
        }
        var said = Optional.ofNullable(attributes.get("time"));
        var time = said.flatMap(AlertsReader::time);
        if (said.isPresent() && time.isEmpty()) {
            return Optional.of("the time of an event should be like 2026-11-22T20:04:23Z");
        }
        var labels = new HashMap<String, String>();
        payload.properties().stream()
                .filter(one -> one.getValue().isValueNode())
                .forEach(one -> labels.put(one.getKey(), one.getValue().asText()));
        labels.putAll(attributes);
        alerts.add(new Alert(
                marks(attributes),
                payload.path("status").asText(),
                labels,
                new Times(Optional.empty(), Optional.empty(), time)));
        return Optional.empty();
    }

    /** Source and id are one message (section 3.1.1 of the specification); source and subject are one trouble, as we have it. */
    private static Marks marks(Map<String, String> attributes) {
        var source = attributes.getOrDefault("source", "");
        return new Marks(
                Marks.of(source, attributes.getOrDefault("subject", "")),
                Optional.of(Marks.of(source, attributes.getOrDefault("id", ""))));
    }
}
