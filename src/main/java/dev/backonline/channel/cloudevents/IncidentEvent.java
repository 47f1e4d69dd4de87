package dev.backonline.channel.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.Channel.Post;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Transition;
import dev.backonline.message.Message;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** One update of an incident or a maintenance as a CloudEvent 1.0 in JSON: only what is public; or, to operators, of an alarm. Its parts are described in docs/channels/webhook.md. */
public record IncidentEvent(Post post) {
    private static final String TYPE = "dev.backonline.";

    public String json() {
        var event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", post.key());
        event.put("source", post.identity().url().toString());
        event.put("type", TYPE + subject() + "." + post.message().saying().key());
        event.put("subject", post.incident().id().value());
        event.put("time", time(post.update().at()));
        event.put("datacontenttype", "application/json");
        event.put("sequence", sequence());
        event.set("data", data());
        return event.toString();
    }

    /** What it tells of. */
    private String subject() {
        if (post.incident().isAlarm()) {
            return "alarm";
        }
        return post.incident().maintenance().isPresent() ? "maintenance" : "incident";
    }

    /** CloudEvents' extension {@code sequence}: to be compared as text. */
    private String sequence() {
        return "%06d".formatted(post.update().number());
    }

    private ObjectNode data() {
        var data = JsonNodeFactory.instance.objectNode();
        data.set("page", page());
        data.set(subject(), told());
        data.set("update", update());
        var services = data.putArray("services");
        post.incident().services().forEach(involved -> services.add(service(involved)));
        var texts = data.putObject("texts");
        post.messages().forEach(message -> texts.put(message.language().toLanguageTag(), message.text()));
        return data;
    }

    private ObjectNode told() {
        return post.update().transition() instanceof Transition.Alarmed alarmed
                ? alarm(alarmed)
                : post.incident().maintenance().map(this::maintenance).orElseGet(() -> incident(post.incident()));
    }

    private ObjectNode alarm(Transition.Alarmed alarmed) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", post.incident().id().value());
        node.put("kind", alarmed.kind());
        node.put("key", alarmed.key());
        node.put("stands", alarmed.stands());
        node.put("since", time(post.incident().onset()));
        node.set("until", ifAny(post.incident().resolvedAt()));
        node.put("why", post.update().why());
        alarmed.remedy().ifPresent(remedy -> node.put("remedy", remedy));
        var facts = node.putObject("facts");
        new TreeMap<>(alarmed.facts()).forEach(facts::put);
        return node;
    }

    private ObjectNode page() {
        var page = JsonNodeFactory.instance.objectNode();
        page.set("name", names(post.identity().name()));
        page.put("url", post.identity().url().toString());
        return page;
    }

    private ObjectNode incident(Incident incident) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", incident.id().value());
        node.put("url", post.url().toString());
        node.put("status", lower(incident.status()));
        node.put("state", lower(incident.state()));
        node.put("started_at", time(incident.startedAt()));
        node.put("published_at", time(incident.publishedAt()));
        node.set("resolved_at", ifAny(incident.resolvedAt()));
        return node;
    }

    private ObjectNode maintenance(Maintenance maintenance) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", post.incident().id().value());
        node.put("url", post.url().toString());
        node.put("status", lower(post.incident().status()));
        node.set("title", names(maintenance.title()));
        node.put("starts_at", time(maintenance.start()));
        node.put("ends_at", time(maintenance.end()));
        node.put("published_at", time(post.incident().publishedAt()));
        return node;
    }

    private ObjectNode update() {
        var update = post.update();
        var node = JsonNodeFactory.instance.objectNode();
        node.put("number", update.number());
        node.put("at", time(update.at()));
        node.put("status", lower(update.status()));
        node.put("says", post.message().saying().key());
        var about = node.putArray("services");
        update.transition().services().forEach(service -> about.add(service.value()));
        node.set("next_update_by", nextUpdate());
        node.set("over_since", over(update.transition()));
        return node;
    }

    /** A promise counts from the moment of telling. */
    private JsonNode nextUpdate() {
        return ifAny(post.update().transition().nextUpdate().map(post.at()::plus));
    }

    private static JsonNode over(Transition transition) {
        return transition instanceof Transition.Resolved resolved
                ? new TextNode(time(resolved.until()))
                : NullNode.getInstance();
    }

    private static JsonNode ifAny(Optional<Instant> time) {
        return time.<JsonNode>map(known -> new TextNode(time(known))).orElseGet(NullNode::getInstance);
    }

    /** A service that has left the file keeps its id, and has no name any more. */
    private ObjectNode service(Involved involved) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", involved.service().value());
        var name = post.catalog().find(involved.service()).map(service -> names(service.name()));
        node.set("name", name.orElseGet(JsonNodeFactory.instance::objectNode));
        node.put("state", lower(involved.state()));
        node.put("since", time(involved.since()));
        return node;
    }

    private ObjectNode names(Translated name) {
        var names = JsonNodeFactory.instance.objectNode();
        post.messages().stream()
                .map(Message::language)
                .forEach(language -> names.put(language.toLanguageTag(), name.in(language)));
        return names;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
