package dev.backonline.check.http;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Set;

/** Sends one request and compares the answer with what is expected. */
final class HttpCheck implements Check {
    /** Methods that may be sent twice and mean the same (RFC 9110, 9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Wire wire;
    private final Wire.Request request;
    private final HttpSettings.Expectation expected;
    private final Body body;

    HttpCheck(HttpSettings settings, Duration timeout, Wire wire) {
        var headers = new LinkedHashMap<String, String>();
        settings.headers().forEach((name, value) -> headers.put(name, value.value()));
        this.wire = wire;
        this.request = new Wire.Request(
                settings.method(),
                settings.url(),
                headers,
                settings.body().map(Secret::value).orElse(""),
                timeout,
                true);
        this.expected = settings.expect();
        this.body = new Body(settings.expect());
    }

    @Override
    public Answer ask() {
        var began = System.nanoTime();
        var reply = wire.exchange(request);
        if (mayBeStale(reply)) {
            reply = wire.exchange(afresh(began));
        }
        return Thread.currentThread().isInterrupted()
                ? new Answer.Inconclusive("stopped while asking")
                : judged(reply, began);
    }

    /** A kept connection may be closed by the server at the moment when the question is sent, which says nothing about it. */
    private boolean mayBeStale(Wire.Reply reply) {
        return reply instanceof Wire.Unanswered unanswered
                && !unanswered.timedOut()
                && IDEMPOTENT.contains(request.method())
                && !Thread.currentThread().isInterrupted();
    }

    private Wire.Request afresh(long began) {
        return new Wire.Request(
                request.method(),
                request.address(),
                request.headers(),
                request.body(),
                request.timeout().minusNanos(System.nanoTime() - began),
                false);
    }

    private Answer judged(Wire.Reply reply, long began) {
        return switch (reply) {
            case Wire.Answered answered -> judged(answered, Duration.ofNanos(System.nanoTime() - began));
            case Wire.Unanswered late when late.timedOut() -> Answer.unanswered(request.timeout());
            case Wire.Unanswered unanswered -> new Answer.Down(Layer.TRANSPORT, unanswered.reason());
            case Wire.Unsent unsent -> new Answer.Down(Layer.TRANSPORT, unsent.reason());
        };
    }

    private Answer judged(Wire.Answered answered, Duration took) {
        if (!expected.status().contains(answered.status())) {
            return new Answer.Down(Layer.ANSWER, answered.reason());
        }
        return body.objection(answered, request.timeout().minus(took))
                .<Answer>map(reason -> new Answer.Down(Layer.ANSWER, reason))
                .orElseGet(() -> onTime(took));
    }

    private Answer onTime(Duration took) {
        return expected.within().map(limit -> Answer.upAfter(took, limit)).orElseGet(Answer.Up::new);
    }
}
