package dev.backonline.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.operator.DeliveryDesk.Ruling;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryId;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.StoreUnavailable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The deliveries over HTTP, for operators: {@code /operator/deliveries}, JSON, with a bearer token. */
public final class DeliveryRoutes {
    private static final Logger LOG = Logger.getLogger(DeliveryRoutes.class);
    private static final String PATH = "/operator/deliveries";

    private final DeliveryDesk desk;
    private final Doorkeeper doorkeeper;

    public DeliveryRoutes(DeliveryDesk desk, Doorkeeper doorkeeper) {
        this.desk = desk;
        this.doorkeeper = doorkeeper;
    }

    public void mount(Router router) {
        router.get(PATH).blockingHandler(context -> admitted(context, this::list), false);
        router.post(PATH + "/:id/release")
                .blockingHandler(context -> admitted(context, it -> ruled(it, "released", desk::release)), false);
        router.post(PATH + "/:id/drop")
                .blockingHandler(context -> admitted(context, it -> ruled(it, "dropped", desk::drop)), false);
    }

    /** What is answered. */
    private record Said(int status, JsonNode body) {
        static Said error(int status, String text) {
            return new Said(status, JsonNodeFactory.instance.objectNode().put("error", text));
        }
    }

    private void admitted(RoutingContext context, Function<RoutingContext, Said> handler) {
        var authorization = Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        var answer = doorkeeper.admits(authorization)
                ? answered(context, handler)
                : Said.error(
                        401,
                        "the token is missing or wrong; the running bot's is in operator.token in its data folder");
        context.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.body().toString());
    }

    private static Said answered(RoutingContext context, Function<RoutingContext, Said> handler) {
        try {
            return handler.apply(context);
        } catch (StoreUnavailable away) {
            return Said.error(503, String.valueOf(away.getMessage()));
        }
    }

    private Said list(RoutingContext context) {
        var body = JsonNodeFactory.instance.objectNode();
        var deliveries = body.putArray("deliveries");
        desk.open().forEach(delivery -> deliveries.add(json(delivery)));
        return new Said(200, body);
    }

    private static Said ruled(RoutingContext context, String done, Function<DeliveryId, Ruling> command) {
        var id = String.valueOf(context.pathParam("id"));
        if (!id.matches("[0-9]{1,18}")) {
            return Said.error(404, "'%s' is no number of a delivery".formatted(id));
        }
        var ruling = command.apply(new DeliveryId(Long.parseLong(id)));
        return switch (ruling) {
            case Ruling.Done(var delivery) -> {
                LOG.infof("An operator %s a delivery delivery=%s", done, id);
                yield new Said(200, json(delivery));
            }
            case Ruling.Refused(var why) -> Said.error(409, why);
            case Ruling.Missing _ -> Said.error(404, "there is no delivery " + id);
        };
    }

    private static ObjectNode json(Delivery delivery) {
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
        return node;
    }

    private static String name(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
