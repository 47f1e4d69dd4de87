package dev.backonline.channel.statuspage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.PublicId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One update of an incident as Statuspage notifies its subscribers: the ids are those of the page's API. It holds the update that it
 * tells of and no earlier one, and its page is as bad as the incident is, since a post knows of no other.
 */
public record StatuspageNotice(Post post) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    public String json() {
        var notice = JsonNodeFactory.instance.objectNode();
        notice.set("meta", meta());
        notice.set("page", page());
        notice.set("incident", incident());
        return notice.toString();
    }

    private ObjectNode meta() {
        var meta = JsonNodeFactory.instance.objectNode();
        meta.put("unsubscribe", post.identity().url().toString());
        meta.put("documentation", post.identity().at("openapi.json").toString());
        meta.put("generated_at", time(post.at()));
        return meta;
    }

    private ObjectNode page() {
        var page = JsonNodeFactory.instance.objectNode();
        page.put("id", PublicId.of("page", post.identity().url().toString()));
        page.put("status_indicator", impact(post.incident().state()));
        page.put("status_description", description(post.incident().state()));
        return page;
    }

    private ObjectNode incident() {
        var incident = post.incident();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", incident.id().value());
        node.put("name", names());
        node.put("status", status(incident.status()));
        node.put("impact", incident.maintenance().isPresent() ? "maintenance" : impact(incident.worst()));
        node.put("shortlink", post.url().toString());
        node.put("created_at", time(incident.publishedAt()));
        node.put("updated_at", time(post.update().at()));
        node.put("started_at", time(incident.startedAt()));
        node.put("resolved_at", incident.resolvedAt().map(this::time).orElse(null));
        incident.maintenance().ifPresent(maintenance -> {
            node.put("scheduled_for", time(maintenance.start()));
            node.put("scheduled_until", time(maintenance.end()));
        });
        node.put("page_id", PublicId.of("page", post.identity().url().toString()));
        node.putArray("incident_updates").add(update());
        var components = node.putArray("components");
        incident.services().forEach(involved -> components.add(component(involved)));
        return node;
    }

    private ObjectNode update() {
        var update = post.update();
        var at = time(update.at());
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", PublicId.of("update", post.incident().id() + "/" + update.number()));
        node.put("incident_id", post.incident().id().value());
        node.put("status", status(update.status()));
        node.put("body", post.message().text());
        node.put("created_at", at);
        node.put("updated_at", at);
        node.put("display_at", at);
        return node;
    }

    private ObjectNode component(Involved involved) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", PublicId.of("service", involved.service().value()));
        node.put("name", post.name(involved.service()));
        node.put("status", lower(involved.state()));
        return node;
    }

    private String names() {
        return post.incident().isAlarm() ? post.message().text() : title();
    }

    private String title() {
        return post.incident()
                .maintenance()
                .map(maintenance -> maintenance.title().in(post.message().language()))
                .orElseGet(() -> post.incident().all().stream().map(post::name).collect(Collectors.joining(", ")));
    }

    private static String impact(ServiceState state) {
        return switch (state) {
            case OPERATIONAL, UNDER_MAINTENANCE -> "none";
            case DEGRADED_PERFORMANCE -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    private static String description(ServiceState state) {
        return switch (state) {
            case OPERATIONAL -> "All Systems Operational";
            case UNDER_MAINTENANCE -> "Service Under Maintenance";
            case DEGRADED_PERFORMANCE -> "Partially Degraded Service";
            case PARTIAL_OUTAGE, MAJOR_OUTAGE -> "Partial System Outage";
        };
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(post.identity().zone()));
    }

    /** Statuspage knows no false alarm and nothing that is called off: what was one is over. */
    private static String status(Status status) {
        return lower(
                switch (status) {
                    case WITHDRAWN -> Status.RESOLVED;
                    case CANCELLED -> Status.COMPLETED;
                    default -> status;
                });
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
