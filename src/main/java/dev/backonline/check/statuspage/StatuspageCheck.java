package dev.backonline.check.statuspage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Check;
import dev.backonline.check.Question;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Reads a page's summary, and believes it. */
record StatuspageCheck(StatuspageSettings settings, Duration timeout, Wire wire) implements Check {
    private static final JsonMapper JSON = new JsonMapper();

    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 60;

    @Override
    public Answer ask() {
        var base = settings.url().toString().replaceAll("/+$", "");
        var address = URI.create(base + "/api/v2/summary.json");
        return new Question(wire, new Wire.Request("GET", address, Map.of(), "", timeout, false)).hear(this::judged);
    }

    private Answer judged(Wire.Answered answered) {
        if (answered.status() != 200 || answered.cut()) {
            return unknown(answered.cut() ? "the summary was too long to be read to its end" : answered.reason());
        }
        try {
            var summary = JSON.readTree(answered.body());
            return settings.components().isEmpty()
                    ? whole(summary.path("status").path("indicator").asText())
                    : chosen(summary.path("components"));
        } catch (JacksonException _) {
            return unknown("not JSON");
        }
    }

    /** The names that Statuspage gives to the state of a page. */
    private Answer whole(String indicator) {
        return switch (indicator) {
            case "none" -> new Answer.Up();
            case "minor" -> new Answer.Slow("the page says minor");
            case "major", "critical" -> down("the page says " + indicator);
            case "maintenance" -> maintenance("the page says maintenance");
            default -> unknown("the page says %s".formatted(quoted(indicator)));
        };
    }

    private Answer chosen(JsonNode components) {
        return settings.components().stream()
                .map(name -> worst(name, components))
                .max(Comparator.comparingInt(StatuspageCheck::weight))
                .orElseThrow();
    }

    /** Components of two groups may share a name. */
    private Answer worst(String name, JsonNode components) {
        List<Answer> answers = StreamSupport.stream(components.spliterator(), false)
                .filter(one -> one.path("name").asText().strip().equals(name)
                        || one.path("id").asText().equals(name))
                .map(one -> component(name, one.path("status").asText()))
                .toList();
        return answers.stream()
                .max(Comparator.comparingInt(StatuspageCheck::weight))
                .orElseGet(() -> unknown("the page has no component %s".formatted(quoted(name))));
    }

    /** The names that Statuspage gives to the state of a component. */
    private Answer component(String name, String status) {
        var said = "%s: %s".formatted(quoted(name), quoted(status));
        return switch (status) {
            case "operational" -> new Answer.Up();
            case "degraded_performance" -> new Answer.Slow(said);
            case "partial_outage", "major_outage" -> down(said);
            case "under_maintenance" -> maintenance(said);
            default -> unknown(said);
        };
    }

    private Answer maintenance(String said) {
        return settings.maintenance() == StatuspageSettings.Meaning.UP ? new Answer.Up() : down(said);
    }

    /** What is surely bad is worse than what nobody knows. */
    private static int weight(Answer answer) {
        return switch (answer) {
            case Answer.Up _ -> 0;
            case Answer.Inconclusive _ -> 1;
            case Answer.Slow _ -> 2;
            case Answer.Down _ -> 3;
        };
    }

    private static String quoted(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…") + "'";
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }

    private static Answer unknown(String reason) {
        return new Answer.Inconclusive(reason);
    }
}
