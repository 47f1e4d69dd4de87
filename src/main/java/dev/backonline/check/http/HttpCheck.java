package dev.backonline.check.http;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends one request and compares the answer with what is expected. */
final class HttpCheck implements Check {
    /** Who asks, for those who read the service's logs; the file may set its own. */
    private static final Map<String, String> OWN_HEADERS = Map.of("user-agent", "Backonline");

    private final Wire wire;
    private final Wire.Request request;
    private final HttpSettings.Expectation expected;
    private final Body body;

    HttpCheck(HttpSettings settings, Duration timeout, Wire wire) {
        this.wire = wire;
        this.request = new Wire.Request(
                settings.method(),
                settings.url(),
                headers(settings.headers()),
                settings.body().map(Secret::value).orElse(""),
                timeout,
                true);
        this.expected = settings.expect();
        this.body = new Body(settings.expect());
    }

    @Override
    public Answer ask() {
        var began = System.nanoTime();
        return switch (wire.exchange(request)) {
            case Wire.Answered answered -> judged(answered, began);
            case Wire.Unsent unsent -> new Answer.Down(Layer.TRANSPORT, unsent.reason());
            case Wire.Unanswered late when late.timedOut() -> Answer.unanswered(request.timeout());
            case Wire.Unanswered unanswered -> new Answer.Down(Layer.TRANSPORT, unanswered.reason());
        };
    }

    private Answer judged(Wire.Answered answered, long began) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        if (!expected.status().contains(answered.status())) {
            return new Answer.Down(Layer.ANSWER, answered.reason());
        }
        return body.objection(answered, request.timeout().minus(took))
                .<Answer>map(reason -> new Answer.Down(Layer.ANSWER, reason))
                .orElseGet(() -> Answer.upAfter(took, expected.within().orElse(request.timeout())));
    }

    private static Map<String, String> headers(Map<String, Secret> configured) {
        var headers = new LinkedHashMap<>(OWN_HEADERS);
        configured.forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value.value());
        });
        return headers;
    }
}
