package dev.backonline.check.signal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import dev.backonline.check.Receiving.Heard;
import dev.backonline.check.Receiving.News;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.signal.Alert.Marks;
import dev.backonline.check.signal.Alert.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads the webhook of Alertmanager (prometheus.io, "Configuration", {@code <webhook_config>}, version 4) and that of Grafana, which
 * has the same form with more in it.
 */
final class AlertsReader {
    static final JsonMapper JSON = new JsonMapper();

    /** Go's zero time means that there is none. */
    private static final int FIRST_YEAR = 1970;

    private AlertsReader() {}

    static Heard<List<Alert>> read(Sender sender, Notice notice) {
        if (!notice.mediaType().equals("application/json")) {
            return new Nonsense<>(Fault.TYPE, "the content type should be application/json");
        }
        try {
            return read(sender, JSON.readTree(notice.body()));
        } catch (JacksonException _) {
            return wrong("the body should be JSON");
        }
    }

    private static Heard<List<Alert>> read(Sender sender, JsonNode message) {
        if (sender == Sender.ALERTMANAGER && !message.path("version").asText().equals("4")) {
            return wrong("the version should be 4");
        }
        if (!message.path("alerts").isArray()) {
            return wrong("there should be a list of alerts");
        }
        var alerts = new ArrayList<Alert>();
        for (var node : message.path("alerts")) {
            var alert = alert(node);
            if (alert.isEmpty()) {
                return wrong("each alert should have labels, and the status firing or resolved");
            }
            alerts.add(alert.get());
        }
        return new News<>(alerts);
    }

    private static Optional<Alert> alert(JsonNode node) {
        var status = node.path("status").asText();
        if (!node.path("labels").isObject() || !List.of("firing", "resolved").contains(status)) {
            return Optional.empty();
        }
        var labels = new TreeMap<String, String>();
        node.path("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        var times = new Times(
                time(node.path("startsAt").asText()), time(node.path("endsAt").asText()), Optional.empty());
        return Optional.of(new Alert(new Marks(trouble(node, labels), Optional.empty()), status, labels, times));
    }

    private static UUID trouble(JsonNode node, Map<String, String> labels) {
        var fingerprint = node.path("fingerprint").asText();
        return Marks.of(fingerprint.isEmpty() ? labels.toString() : fingerprint);
    }

    /** Empty if it is no time, or the one that stands for none. */
    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant())
                    .filter(time -> time.atOffset(ZoneOffset.UTC).getYear() >= FIRST_YEAR);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    static Heard<List<Alert>> wrong(String why) {
        return new Nonsense<>(Fault.CONTENT, why);
    }
}
