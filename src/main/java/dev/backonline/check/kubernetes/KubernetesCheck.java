package dev.backonline.check.kubernetes;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Question;
import dev.backonline.check.Wire;
import dev.backonline.check.kubernetes.KubernetesSettings.Workload;
import java.time.Duration;
import java.util.Optional;

/** Reads how many of a workload are ready. Only the API server's own word about it counts; its silence says nothing. */
record KubernetesCheck(KubernetesSettings settings, ApiServer api, Duration timeout, Wire wire) implements Check {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Answer ask() {
        var objection = api.objection();
        return objection.isPresent() ? unknown(objection.get()) : asked();
    }

    private Answer asked() {
        return api.address()
                .map(address -> new Wire.Request("GET", address, api.headers(), "", timeout, false, api.way()))
                .map(request -> new Question(wire, request).hear(this::judged))
                .orElseGet(() -> unknown("no API server"));
    }

    private Answer judged(Wire.Answered answered) {
        return switch (answered.status()) {
            case 200 -> read(answered);
            case 401 -> unknown("the API server does not accept our token (HTTP 401)");
            case 403 -> unknown("we may not read %s (HTTP 403)".formatted(subject()));
            case 404 -> absent(answered);
            default -> unknown("the API server says " + answered.reason());
        };
    }

    private Answer read(Wire.Answered answered) {
        if (answered.cut()) {
            return unknown("the API server's answer was too long to be read to its end");
        }
        return parsed(answered.body())
                .flatMap(object -> Readiness.of(settings.kind(), object))
                .map(this::meaning)
                .orElseGet(() -> unknown("the answer is not the API server's"));
    }

    /** Only the API server knows that something is not there; a wrong address answers with the same number. */
    private Answer absent(Wire.Answered answered) {
        var says = parsed(answered.body())
                .filter(status -> status.path("kind").asText().equals("Status"))
                .filter(status -> status.path("details").path("name").asText().equals(settings.name()));
        return says.isPresent()
                ? down("there is no %s".formatted(subject()))
                : unknown("there is no such API at the server (HTTP 404)");
    }

    private Answer meaning(Readiness readiness) {
        var said = readiness.wanted() == 0
                ? "%s has no %s".formatted(subject(), settings.kind() == Workload.SERVICE ? "endpoint" : "pod to run")
                : "%d of %d ready".formatted(readiness.ready(), readiness.wanted());
        if (readiness.ready() < settings.atLeast()) {
            return down(settings.atLeast() > 1 ? "%s, fewer than %d".formatted(said, settings.atLeast()) : said);
        }
        return readiness.ready() < readiness.wanted() ? new Answer.Slow(said) : new Answer.Up();
    }

    private String subject() {
        return "%s '%s' in the namespace '%s'"
                .formatted(settings.kind(), settings.name(), api.namespace().orElse(""));
    }

    private static Optional<JsonNode> parsed(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }

    private static Answer unknown(String reason) {
        return new Answer.Inconclusive(reason);
    }
}
