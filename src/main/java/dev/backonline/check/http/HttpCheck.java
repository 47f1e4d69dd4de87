package dev.backonline.check.http;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Question;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Sends one request, follows where it is told to, and compares the answer with what is expected. */
final class HttpCheck implements Check {
    /** Methods that may be sent twice and mean the same (RFC 9110, 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Wire wire;
    private final Wire.Request request;
    private final HttpSettings.Expectation expected;
    private final Hops hops;
    private final Body body;

    HttpCheck(HttpSettings settings, Duration timeout, Wire wire) {
        this.wire = wire;
        this.request = new Wire.Request(
                settings.method(),
                settings.url(),
                headers(settings),
                settings.body().map(Secret::value).orElse(""),
                timeout,
                true,
                settings.way());
        this.expected = settings.expect();
        this.hops = new Hops(settings.redirects(), settings.expect().status());
        this.body = new Body(settings.expect());
    }

    private static Map<String, String> headers(HttpSettings settings) {
        var headers = new LinkedHashMap<String, String>();
        settings.headers().forEach((name, value) -> headers.put(name, value.value()));
        settings.authorization().ifPresent(value -> headers.put("authorization", value));
        return headers;
    }

    @Override
    public Answer ask() {
        return ask(request.address(), System.nanoTime(), 0);
    }

    private Answer ask(URI address, long began, int hopped) {
        return new Question(_ -> exchanged(address, began), request).ask(answered -> {
            if (!hops.isHop(request, answered)) {
                return judged(answered, since(began));
            }
            return hopped == Hops.MOST
                    ? down("more than %d redirects".formatted(Hops.MOST))
                    : hops.next(address, answered)
                            .map(next -> ask(next, began, hopped + 1))
                            .orElseGet(() -> down(hops.objection(address, answered)));
        });
    }

    private Wire.Reply exchanged(URI address, long began) {
        if (since(began).compareTo(request.timeout()) >= 0) {
            return new Wire.Unanswered("the redirects took all the time", true);
        }
        var reply = wire.exchange(towards(address, began, true));
        return mayBeStale(reply) ? wire.exchange(towards(address, began, false)) : reply;
    }

    /** A kept connection may be closed by the server at the moment when the question is sent, which says nothing about it. */
    private boolean mayBeStale(Wire.Reply reply) {
        return reply instanceof Wire.Unanswered unanswered
                && !unanswered.timedOut()
                && IDEMPOTENT.contains(request.method())
                && !Thread.currentThread().isInterrupted();
    }

    /** The request with what is left of the time; the first one is sent as it is. */
    private Wire.Request towards(URI address, long began, boolean reuse) {
        if (reuse && address.equals(request.address())) {
            return request;
        }
        var left = request.timeout().minus(since(began));
        return new Wire.Request(
                request.method(), address, request.headers(), request.body(), left, reuse, request.way());
    }

    private Answer judged(Wire.Answered answered, Duration took) {
        if (!expected.status().contains(answered.status())) {
            return down(answered.reason());
        }
        return body.objection(answered, request.timeout().minus(took))
                .map(HttpCheck::down)
                .orElseGet(() -> onTime(took));
    }

    private Answer onTime(Duration took) {
        return expected.within().map(limit -> Answer.upAfter(took, limit)).orElseGet(Answer.Up::new);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
