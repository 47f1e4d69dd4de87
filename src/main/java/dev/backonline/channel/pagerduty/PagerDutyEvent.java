package dev.backonline.channel.pagerduty;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.Channel.Post;
import dev.backonline.message.Saying;
import java.util.stream.Collectors;

/** One post as an event: of trouble an alert, of a maintenance a change, which calls nobody. The key of the service isn't in it. */
record PagerDutyEvent(Post post) {
    private static final String ACTION = "event_action";

    String json() {
        var event = JsonNodeFactory.instance.objectNode();
        if (!saying().isOfMaintenance()) {
            event.put(ACTION, saying().isLastWord() ? "resolve" : "trigger");
            event.put("dedup_key", post.incident().id().value());
            event.put("client", post.identity().name().in(post.message().language()));
            event.put("client_url", post.url().toString());
        }
        event.set("payload", payload());
        event.putArray("links").addObject().put("href", post.url().toString());
        return event.toString();
    }

    /** Whether such an event is of a change. */
    static boolean isChange(String json) {
        return !json.startsWith("{\"%s\"".formatted(ACTION));
    }

    private ObjectNode payload() {
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("summary", post.message().text());
        payload.put("source", post.identity().url().toString());
        payload.put("timestamp", post.update().at().toString());
        if (!saying().isOfMaintenance()) {
            payload.put(
                    "severity",
                    post.incident().isAlarm()
                            ? "warning"
                            : severity(post.incident().state()));
            payload.put("component", services());
            payload.put("class", saying().key());
        }
        payload.putObject("custom_details")
                .put("incident", post.incident().id().value())
                .put("services", services());
        return payload;
    }

    private Saying saying() {
        return post.message().saying();
    }

    private static String severity(ServiceState state) {
        return switch (state) {
            case MAJOR_OUTAGE -> "critical";
            case PARTIAL_OUTAGE -> "error";
            case DEGRADED_PERFORMANCE -> "warning";
            case OPERATIONAL, UNDER_MAINTENANCE -> "info";
        };
    }

    private String services() {
        return post.incident().all().stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** A service that has left the file keeps its id. */
    private String name(ServiceId id) {
        return post.catalog()
                .find(id)
                .map(service -> service.name().in(post.message().language()))
                .orElse(id.value());
    }
}
