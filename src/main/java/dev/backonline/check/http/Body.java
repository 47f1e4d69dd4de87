package dev.backonline.check.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the body of an answer should be, and what there is to object to one that is not. */
final class Body {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    /** Ours: a reason should stay one line in a log. */
    private static final int LONGEST_QUOTE = 60;

    private final HttpSettings.Expectation expected;
    private final Optional<BodyPattern.Search> search;
    private final List<Map.Entry<JsonPath, JsonCondition>> values;

    Body(HttpSettings.Expectation expected) {
        this.expected = expected;
        this.search = expected.matches().map(BodyPattern::search);
        this.values = expected.json().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().text()))
                .toList();
    }

    /** Why the body is not as expected; empty if it is. */
    Optional<String> objection(Wire.Answered answered, Duration time) {
        if (!expected.readsBody()) {
            return Optional.empty();
        }
        return withoutText(answered.body())
                .or(() -> withoutMatch(answered.body(), time))
                .or(() -> withoutValues(answered.body()))
                .map(reason -> answered.cut() ? reason + " (the answer was too long to be read to its end)" : reason);
    }

    private Optional<String> withoutText(String body) {
        return expected.text().filter(text -> !body.contains(text)).map(text -> "no text " + quoted(text));
    }

    private Optional<String> withoutMatch(String body, Duration time) {
        return search.flatMap(one -> withoutMatch(one, body, time));
    }

    private Optional<String> withoutMatch(BodyPattern.Search search, String body, Duration time) {
        var pattern = quoted(expected.matches().map(BodyPattern::text).orElseThrow());
        try {
            return search.finds(body, time) ? Optional.empty() : Optional.of("no match of " + pattern);
        } catch (BodyPattern.GivenUp _) {
            return Optional.of("looking for a match of %s took too long".formatted(pattern));
        }
    }

    private Optional<String> withoutValues(String body) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        try {
            return withoutValues(JSON.readTree(body));
        } catch (JacksonException _) {
            return Optional.of("not JSON");
        }
    }

    private Optional<String> withoutValues(JsonNode answer) {
        return values.stream()
                .flatMap(entry -> withoutValue(entry.getKey(), entry.getValue(), answer).stream())
                .findFirst();
    }

    private static Optional<String> withoutValue(JsonPath path, JsonCondition condition, JsonNode answer) {
        var actual = path.in(answer);
        if (actual.isMissingNode()) {
            return Optional.of(path + " is missing");
        }
        return condition.holds(actual)
                ? Optional.empty()
                : Optional.of("%s is %s, not %s".formatted(path, shown(actual), condition));
    }

    private static String shown(JsonNode actual) {
        return actual.isValueNode() ? quoted(actual.asText()) : actual.isArray() ? "a list" : "an object";
    }

    private static String quoted(String text) {
        var line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…") + "'";
    }
}
