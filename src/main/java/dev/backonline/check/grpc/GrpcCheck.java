package dev.backonline.check.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Question;
import dev.backonline.check.Wire;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls {@code grpc.health.v1.Health/Check} once, and reads the status of the call and the one in the answer. */
record GrpcCheck(GrpcSettings settings, Duration timeout, Wire wire) implements Check {
    private static final String METHOD = "/grpc.health.v1.Health/Check";

    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 100;

    @Override
    public Answer ask() {
        var began = System.nanoTime();
        var answer = new Question(wire, request()).ask(this::judged);
        var took = Duration.ofNanos(System.nanoTime() - began);
        return answer instanceof Answer.Up
                ? settings.within().map(limit -> Answer.upAfter(took, limit)).orElse(answer)
                : answer;
    }

    private Wire.Request request() {
        var address = URI.create(settings.url().toString().replaceAll("/$", "") + METHOD);
        var headers = new LinkedHashMap<String, String>();
        settings.headers().forEach((name, value) -> headers.put(name, value.value()));
        headers.putAll(Map.of(
                "content-type", "application/grpc",
                "te", "trailers",
                "grpc-timeout", timeout.toMillis() + "m"));
        var body = HealthMessage.question(settings.service().orElse(""));
        return new Wire.Request("POST", address, headers, body, timeout, false, settings.way());
    }

    private Answer judged(Wire.Answered answered) {
        var type = answered.header("content-type").orElse("");
        if (answered.status() != 200 || !type.startsWith("application/grpc")) {
            return down(answered.status() == 200 ? "the answer is no gRPC" : answered.reason());
        }
        return answered.header("grpc-status")
                .map(status -> status.equals("0") ? health(answered.body()) : down(refusal(status, answered)))
                .orElseGet(() -> down("the answer has no gRPC status"));
    }

    private Answer health(String body) {
        return HealthMessage.status(body).map(this::meaning).orElseGet(() -> down("the answer is no health message"));
    }

    /** The numbers of grpc.health.v1.HealthCheckResponse.ServingStatus. */
    private Answer meaning(long status) {
        return switch (Math.clamp(status, -1, 4)) {
            case 0 -> down(subject() + " is UNKNOWN");
            case 1 -> new Answer.Up();
            case 2 -> down(subject() + " is NOT_SERVING");
            case 3 -> down(subject() + " is unknown there (SERVICE_UNKNOWN)");
            default -> down("%s has the status %d".formatted(subject(), status));
        };
    }

    private String subject() {
        return settings.service().map("service '%s'"::formatted).orElse("the server");
    }

    private String refusal(String status, Wire.Answered answered) {
        var said = answered.header("grpc-message").flatMap(GrpcCheck::readable).map(": %s"::formatted);
        return switch (status) {
            case "5" -> subject() + " is unknown there (NOT_FOUND)";
            case "12" -> "the server has no health service (UNIMPLEMENTED)";
            case "4" -> "DEADLINE_EXCEEDED" + said.orElse("");
            case "7" -> "PERMISSION_DENIED" + said.orElse("");
            case "8" -> "RESOURCE_EXHAUSTED" + said.orElse("");
            case "14" -> "UNAVAILABLE" + said.orElse("");
            case "16" -> "UNAUTHENTICATED" + said.orElse("");
            default -> "gRPC status %s%s".formatted(quoted(status), said.orElse(""));
        };
    }

    /** In percent-encoding; a plus is a plus. */
    private static Optional<String> readable(String message) {
        try {
            return Optional.of(quoted(URLDecoder.decode(message.replace("+", "%2B"), UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String quoted(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…") + "'";
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
