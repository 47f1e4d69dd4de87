package dev.backonline.operator.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.operator.command.DeliveryDesk.Ruling;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.function.Function;

/** The deliveries over HTTP, for operators: {@code /operator/deliveries}. */
public final class DeliveryRoutes {
    private static final String PATH = "/operator/deliveries";

    private final DeliveryDesk desk;

    public DeliveryRoutes(DeliveryDesk desk) {
        this.desk = desk;
    }

    public void mount(Hatch hatch) {
        hatch.show(PATH, _ -> list());
        mount(hatch, "release", "released", desk::release);
        mount(hatch, "drop", "dropped", desk::drop);
    }

    private static void mount(Hatch hatch, String verb, String done, Function<DeliveryId, Ruling> command) {
        hatch.obey(
                HttpMethod.POST,
                PATH + "/:id/" + verb,
                visit -> "%s delivery %s".formatted(verb, visit.parameter("id")),
                visit -> ruled(visit, done, command));
    }

    private Said list() {
        var body = JsonNodeFactory.instance.objectNode();
        var deliveries = body.putArray("deliveries");
        desk.open().forEach(delivery -> deliveries.add(json(delivery)));
        return Said.shown(body);
    }

    private static Said ruled(Visit visit, String done, Function<DeliveryId, Ruling> command) {
        var id = visit.parameter("id");
        if (!id.matches("[0-9]{1,18}")) {
            return Said.error(404, "'%s' is no number of a delivery".formatted(id));
        }
        return switch (command.apply(new DeliveryId(Long.parseLong(id)))) {
            case Ruling.Done(var delivery) -> Said.done(json(delivery), done);
            case Ruling.Refused(var why) -> Said.error(409, why);
            case Ruling.Missing _ -> Said.error(404, "there is no delivery " + id);
        };
    }

    /** One delivery, as operators see it. */
    static ObjectNode json(Delivery delivery) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", delivery.id().value());
        node.put("state", name(delivery.state()));
        delivery.reason().hold().ifPresent(hold -> node.put("hold", name(hold)));
        node.put("channel", delivery.recipient().channel().value());
        node.put("language", delivery.recipient().language().toLanguageTag());
        node.put("incident", delivery.incident().value());
        node.put("update", delivery.update());
        node.put("attempts", delivery.attempts());
        node.put("not_before", delivery.notBefore().toString());
        node.put("note", delivery.note());
        delivery.frozen().map(Frozen::text).ifPresent(text -> node.put("text", text));
        delivery.posted().flatMap(Posted::link).ifPresent(link -> node.put("link", link.toString()));
        return node;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
