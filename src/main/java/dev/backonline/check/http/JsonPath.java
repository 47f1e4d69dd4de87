package dev.backonline.check.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.regex.Pattern;

/**
 * One place in a JSON answer: {@code $.queue[0].size} or {@code $['a name'].b}. Of JSONPath (RFC 9535) only names and indexes, so that
 * a path leads to one value or to none.
 */
@RegisterForReflection
public record JsonPath(String text, JsonPointer pointer) {
    private static final String NAME = "\\.([\\p{L}_][\\p{L}\\p{N}_-]*)";
    private static final String QUOTED = "\\['([^']+)']";
    private static final String INDEX = "\\[(\\d{1,9})]";
    private static final Pattern STEP = Pattern.compile(NAME + "|" + QUOTED + "|" + INDEX);
    private static final Pattern FORM = Pattern.compile("\\$(?:" + STEP + ")*");

    public static JsonPath parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("'%s' should be like '$.queue[0].size'".formatted(text));
        }
        return new JsonPath(text, pointer(text));
    }

    /** The value at this place; a missing node if there is none. */
    JsonNode in(JsonNode answer) {
        return answer.at(pointer);
    }

    private static JsonPointer pointer(String text) {
        var pointer = JsonPointer.empty();
        for (var step : STEP.matcher(text).results().toList()) {
            pointer = step.group(3) != null
                    ? pointer.appendIndex(Integer.parseInt(step.group(3)))
                    : pointer.appendProperty(step.group(1) != null ? step.group(1) : step.group(2));
        }
        return pointer;
    }

    @Override
    public String toString() {
        return text;
    }
}
