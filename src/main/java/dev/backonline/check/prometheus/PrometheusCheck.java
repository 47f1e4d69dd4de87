package dev.backonline.check.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Question;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks for the present value of an expression (prometheus.io, "HTTP API", instant queries) and compares it. */
record PrometheusCheck(PrometheusSettings settings, Duration timeout, Wire wire) implements Check {
    private static final JsonMapper JSON = new JsonMapper();

    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 120;

    @Override
    public Answer ask() {
        return new Question(wire, request()).hear(this::judged);
    }

    private Wire.Request request() {
        var base = settings.server().toString().replaceAll("/+$", "");
        var address = URI.create(base + "/api/v1/query?query=" + URLEncoder.encode(settings.query(), UTF_8));
        var headers = settings.headers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
        return new Wire.Request("GET", address, headers, "", timeout, false, Way.plain(settings.tls()));
    }

    private Answer judged(Wire.Answered answered) {
        if (answered.cut()) {
            return unknown("the answer was too long to be read to its end");
        }
        try {
            var answer = JSON.readTree(answered.body());
            return answered.status() == 200 && answer.path("status").asText().equals("success")
                    ? judged(answer.path("data"))
                    : unknown(answered.reason() + error(answer));
        } catch (JacksonException _) {
            return unknown(answered.status() == 200 ? "not JSON" : answered.reason());
        }
    }

    private static String error(JsonNode answer) {
        var line = answer.path("error").asText().replaceAll("\\p{Cntrl}", " ");
        var quoted = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return quoted.isEmpty() ? "" : ": " + quoted;
    }

    private Answer judged(JsonNode result) {
        return switch (result.path("resultType").asText()) {
            case "vector" -> judged(samples(result.path("result")));
            case "scalar" -> judged(List.of(result.path("result")));
            default -> unknown("the query should give a number or an instant vector");
        };
    }

    private static List<JsonNode> samples(JsonNode series) {
        var samples = new ArrayList<JsonNode>();
        series.forEach(one -> samples.add(one.path("value")));
        return samples;
    }

    private Answer judged(List<JsonNode> samples) {
        var values = new ArrayList<Double>();
        for (var sample : samples) {
            var value = number(sample.path(1).asText());
            if (value.isEmpty()) {
                return unknown("a series has no number, such as one of histograms");
            }
            value.filter(number -> !number.isNaN()).ifPresent(values::add);
        }
        return values.isEmpty() ? nothing() : compared(values);
    }

    private Answer nothing() {
        return switch (settings.empty()) {
            case INCONCLUSIVE -> unknown("the query gave no value");
            case DOWN -> new Answer.Down(Layer.ANSWER, "the query gave no value");
            case OK -> new Answer.Up();
        };
    }

    private Answer compared(List<Double> values) {
        return values.stream()
                .flatMap(value -> objection(value).stream())
                .findFirst()
                .<Answer>map(reason -> new Answer.Down(Layer.ANSWER, reason))
                .orElseGet(Answer.Up::new);
    }

    private Optional<String> objection(double value) {
        return settings.above()
                .filter(limit -> limit.compare(value) > 0)
                .map(limit -> "a value is %s, above %s".formatted(value, limit))
                .or(() -> settings.below()
                        .filter(limit -> limit.compare(value) < 0)
                        .map(limit -> "a value is %s, below %s".formatted(value, limit)));
    }

    /** Numbers come as texts, some of which Java writes in another way. */
    private static Optional<Double> number(String text) {
        try {
            return switch (text) {
                case "+Inf", "Inf" -> Optional.of(Double.POSITIVE_INFINITY);
                case "-Inf" -> Optional.of(Double.NEGATIVE_INFINITY);
                default -> Optional.of(Double.valueOf(text));
            };
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Answer unknown(String reason) {
        return new Answer.Inconclusive(reason);
    }
}
