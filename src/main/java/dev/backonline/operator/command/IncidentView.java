package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.Update;
import dev.backonline.message.Saying;
import dev.backonline.operator.command.Galleys.Pull;
import dev.backonline.outbox.Delivery;
import java.util.List;
import java.util.Locale;

/** Incidents as operators see them: with the reasons that the public is not told. */
final class IncidentView {
    private IncidentView() {}

    static ObjectNode brief(Incident incident) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", incident.id().value());
        node.put("status", name(incident.status()));
        node.put("state", name(incident.state()));
        node.put("in_hands", incident.isInHands());
        node.put("started_at", incident.startedAt().toString());
        incident.resolvedAt().ifPresent(end -> node.put("resolved_at", end.toString()));
        incident.nextStill().ifPresent(next -> node.put("next_update_at", next.toString()));
        var services = node.putArray("services");
        incident.services().forEach(involved -> services.add(of(involved)));
        node.put("latest", Saying.of(incident.latest().transition()).key());
        node.put("why", incident.latest().why());
        return node;
    }

    /** With all that was told, why, and what became of it. */
    static ObjectNode whole(Incident incident, List<Delivery> deliveries) {
        var node = brief(incident);
        var updates = node.putArray("updates");
        for (var update : incident.updates()) {
            var said = of(update);
            var told = said.putArray("deliveries");
            deliveries.stream()
                    .filter(delivery -> delivery.update() == update.number())
                    .forEach(delivery -> told.add(DeliveryRoutes.json(delivery)));
            updates.add(said);
        }
        return node;
    }

    private static ObjectNode of(Update update) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("number", update.number());
        node.put("at", update.at().toString());
        node.put("status", name(update.status()));
        node.put("saying", Saying.of(update.transition()).key());
        node.set("services", ids(update.transition().services()));
        node.put("why", update.why());
        update.words().ifPresent(words -> {
            node.put("by", words.by());
            words.text().ifPresent(text -> {
                var texts = node.putObject("texts");
                text.texts().forEach((language, said) -> texts.put(language.toLanguageTag(), said));
            });
        });
        return node;
    }

    static ObjectNode of(Draft draft) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("incident", draft.incident().value());
        node.set("services", ids(draft.services()));
        node.put("state", name(draft.state()));
        node.put("at", draft.at().toString());
        node.put("until", draft.until().toString());
        draft.approvedBy().ifPresent(by -> node.put("approved_by", by));
        node.put("why", draft.why());
        return node;
    }

    /** What would be told where. */
    static ObjectNode of(Pull.Drawn told) {
        var node = JsonNodeFactory.instance.objectNode();
        var galleys = node.putArray("told");
        for (var galley : told.galleys()) {
            var one = galleys.addObject()
                    .put("channel", galley.channel().value())
                    .put("language", galley.language().toLanguageTag())
                    .put("text", galley.text());
            if (!galley.note().isEmpty()) {
                one.put("note", galley.note());
            }
        }
        var notes = node.putArray("notes");
        told.notes().forEach(notes::add);
        return node;
    }

    static ObjectNode of(Mute mute) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", mute.by())
                .put("since", mute.since().toString())
                .put("why", mute.why());
    }

    /** One that stands, as operators were told of it. */
    static ObjectNode alarm(Incident story) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", story.id().value());
        node.put("since", story.onset().toString());
        node.put("why", story.latest().why());
        if (story.latest().transition() instanceof Alarmed alarmed) {
            node.put("kind", alarmed.kind());
            alarmed.remedy().ifPresent(remedy -> node.put("remedy", remedy));
        }
        return node;
    }

    private static ObjectNode of(Involved involved) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", involved.service().value())
                .put("state", name(involved.state()))
                .put("since", involved.since().toString());
    }

    private static ArrayNode ids(List<ServiceId> services) {
        var ids = JsonNodeFactory.instance.arrayNode();
        services.forEach(service -> ids.add(service.value()));
        return ids;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
