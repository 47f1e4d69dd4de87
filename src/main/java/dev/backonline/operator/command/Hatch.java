package dev.backonline.operator.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.operator.door.Doorkeeper;
import dev.backonline.operator.door.Doorkeeper.Visitor;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.outbox.StoreUnavailable;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The operators' door over HTTP: lets in, bounds what is sent, answers JSON, and has every command written down. */
public final class Hatch {
    private static final Logger LOG = Logger.getLogger(Hatch.class);
    /** Ours: a post in a dozen languages is far below it. In bytes. */
    private static final long LONGEST_BODY = 64 * 1024;

    /** Ours: of longer orders the beginning is kept. In characters. */
    private static final int LONGEST_ORDER = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Router router;
    private final Doorkeeper doorkeeper;
    private final Audit audit;
    private final Replays replays;
    private final InstantSource clock;

    public Hatch(Router router, Doorkeeper doorkeeper, Audit audit, InstantSource clock) {
        this.router = router;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.clock = clock;
        this.replays = new Replays();
    }

    /** Answers what only looks. */
    void show(String path, Function<Visit, Said> answer) {
        router.get(path).blockingHandler(context -> admitted(context, visit -> answer.apply(visit)), false);
    }

    /** Answers what looks at something that is sent, and does nothing. */
    void weigh(String path, Function<Visit, Said> answer) {
        take(HttpMethod.POST, path, answer);
    }

    /** Answers a command; {@code order} says it in words, for the audit. */
    void obey(HttpMethod method, String path, Function<Visit, String> order, Function<Visit, Said> answer) {
        take(method, path, visit -> obeyed(visit, order, answer));
    }

    private void take(HttpMethod method, String path, Function<Visit, Said> answer) {
        router.route(method, path)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(context -> admitted(context, answer), false)
                .failureHandler(context -> write(
                        context, Said.error(413, "the body should have at most %d bytes".formatted(LONGEST_BODY))));
    }

    private Said obeyed(Visit visit, Function<Visit, String> order, Function<Visit, Said> answer) {
        return replays.once(visit, () -> {
            var said = answer.apply(visit);
            note(visit, order.apply(visit), said);
            return said;
        });
    }

    private void note(Visit visit, String order, Said said) {
        LOG.infof("An operator commanded operator=%s order=\"%s\" result=\"%s\"", visit.operator(), order, said.gist());
        audit.note(new Audit.Entry(clock.instant(), visit.operator(), whole(order, visit.body()), said.gist()));
    }

    /** With what was sent, which is nothing secret: words for the public, and why. */
    private static String whole(String order, JsonNode body) {
        var sent = body.isEmpty() ? order : order + " " + body;
        return sent.length() > LONGEST_ORDER ? sent.substring(0, LONGEST_ORDER) + "…" : sent;
    }

    private void admitted(RoutingContext context, Function<Visit, Said> handler) {
        var authorization = Optional.ofNullable(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        write(
                context,
                switch (doorkeeper.look(authorization)) {
                    case Visitor.Known(var operator) -> answered(context, operator, handler);
                    case Visitor.Stranger _ ->
                        Said.error(
                                401,
                                "the token is missing or wrong; the running bot's is in operator.token in its data folder");
                    case Visitor.Crowd _ -> Said.error(429, "too many wrong tokens; try again in a minute");
                });
    }

    private static Said answered(RoutingContext context, OperatorName operator, Function<Visit, Said> handler) {
        try {
            return handler.apply(new Visit(operator, context, body(context)));
        } catch (JsonProcessingException noJson) {
            return Said.error(400, "the body is not JSON: " + noJson.getOriginalMessage());
        } catch (StoreUnavailable away) {
            return Said.error(503, String.valueOf(away.getMessage()));
        }
    }

    private static JsonNode body(RoutingContext context) throws JsonProcessingException {
        var text = context.body() == null ? null : context.body().asString();
        return text == null || text.isBlank() ? JsonNodeFactory.instance.objectNode() : JSON.readTree(text);
    }

    private static void write(RoutingContext context, Said answer) {
        context.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(answer.body().toString());
    }
}
