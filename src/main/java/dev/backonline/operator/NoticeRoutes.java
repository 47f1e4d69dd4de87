package dev.backonline.operator;

import dev.backonline.check.Notice;
import dev.backonline.operator.BoundedBody.Arrival;
import dev.backonline.operator.NoticeReply.Fate;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The public port's door for what is told to checks: {@code /heartbeat/{id}} and {@code /signals/{kind}}. Who is unknown is turned away
 * before anything of the body is read; no answer repeats what was sent.
 */
public final class NoticeRoutes {
    /** Ours: no address of a check is as long. */
    private static final int LONGEST_PATH = 200;

    /** Ours: a megabyte within it is no fast line. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String TOO_OFTEN = "too many messages; please send it again later";

    private final Supplier<Optional<Mailroom>> mailroom;
    private final MeterRegistry figures;
    private final Throttle strangers;
    private final Duration patience;

    /** {@code mailroom} is empty as long as the bot has not started; {@code nanos} gives monotonic nanoseconds. */
    public NoticeRoutes(Supplier<Optional<Mailroom>> mailroom, MeterRegistry figures, LongSupplier nanos) {
        this(mailroom, figures, nanos, PATIENCE);
    }

    NoticeRoutes(Supplier<Optional<Mailroom>> mailroom, MeterRegistry figures, LongSupplier nanos, Duration patience) {
        this.mailroom = mailroom;
        this.figures = figures;
        this.strangers = new Throttle(100, Duration.ofMillis(20), nanos);
        this.patience = patience;
    }

    public void mount(Router router) {
        router.route("/heartbeat/*").handler(this::meet);
        router.route("/signals/*").handler(this::meet);
    }

    private void meet(RoutingContext context) {
        var reply = new NoticeReply(context, figures);
        mailroom.get().ifPresentOrElse(open -> meet(context, open, reply), () -> {
            reply.header(HttpHeaders.RETRY_AFTER, "5");
            reply.turnAway(Fate.STARTING, "the bot is starting; please send it again");
        });
    }

    private void meet(RoutingContext context, Mailroom open, NoticeReply reply) {
        var path = Optional.ofNullable(context.request().path())
                .filter(it -> it.length() <= LONGEST_PATH)
                .orElse("");
        var first = path.indexOf('/', 1);
        var second = path.indexOf('/', first + 1);
        var end = second > first ? second : path.length();
        var mailbox = first < 0 ? Optional.<Mailbox>empty() : open.mailbox(path.substring(1, end));
        mailbox.ifPresentOrElse(
                found -> meet(context, found, path.substring(end), reply),
                () -> reply.turnAway(Fate.UNKNOWN, "no check is told here"));
    }

    private void meet(RoutingContext context, Mailbox mailbox, String rest, NoticeReply reply) {
        var methods = String.join(", ", mailbox.methods());
        if (!mailbox.methods().contains(context.request().method().name())) {
            reply.header(HttpHeaders.ALLOW, methods);
            reply.turnAway(Fate.WRONG_METHOD, "the method should be one of " + methods);
            return;
        }
        var token = ShownToken.in(context.request()).orElse("");
        switch (mailbox.admits(token)) {
            case WELCOME -> receive(context, new Delivered(mailbox, token, rest), reply);
            case STRANGER -> refuse(reply);
            case TOO_OFTEN -> reply.turnAway(Fate.TOO_OFTEN, TOO_OFTEN);
        }
    }

    private void refuse(NoticeReply reply) {
        if (strangers.passes()) {
            reply.header("WWW-Authenticate", "Bearer realm=\"checks\"");
            reply.turnAway(Fate.STRANGER, "the token of the check is missing or wrong");
        } else {
            reply.turnAway(Fate.TOO_OFTEN, TOO_OFTEN);
        }
    }

    /** Where a message goes, and who brings it. */
    private record Delivered(Mailbox mailbox, String token, String rest) {
        Mailbox.Receipt put(HttpServerRequest request, String body) {
            return mailbox.put(token, new Notice(request.method().name(), rest, headers(request), body));
        }

        private static Map<String, String> headers(HttpServerRequest request) {
            var headers = new HashMap<String, String>();
            request.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
            return headers;
        }
    }

    /** A large message takes its time, which is not the event loop's. */
    private void receive(RoutingContext context, Delivered delivered, NoticeReply reply) {
        var request = context.request();
        BoundedBody.read(context, delivered.mailbox().worthKeeping(), patience, body -> {
            switch (body) {
                case Arrival.Whole(var text) ->
                    context.vertx()
                            .executeBlocking(() -> delivered.put(request, text), false)
                            .onSuccess(reply::say)
                            .onFailure(reply::apologise);
                case Arrival.TooLarge _ -> reply.turnAway(Fate.TOO_LARGE, "the body should be at most 1 MiB");
                case Arrival.TooSlow _ -> reply.turnAway(Fate.TOO_SLOW, "the body did not come to its end in time");
            }
        });
    }
}
