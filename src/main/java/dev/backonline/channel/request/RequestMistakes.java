package dev.backonline.channel.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What is wrong with a request of the operator's own; nothing here repeats a secret. */
record RequestMistakes(RequestSettings settings) {
    /** RFC 9110, 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** RFC 9110, 5.5: a line break would begin another header. */
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");

    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    List<String> all() {
        var mistakes = new ArrayList<String>();
        settings.headers().forEach((name, value) -> {
            if (!TOKEN.matcher(name).matches() || !VALUE.matcher(value.value()).matches()) {
                mistakes.add("header '%s' should have a name without spaces and a value in one line".formatted(name));
            }
        });
        settings.keyHeader()
                .filter(name -> !TOKEN.matcher(name).matches())
                .ifPresent(name -> mistakes.add("key-header should be the name of a header, not '%s'".formatted(name)));
        if (settings.limit() < 100) {
            mistakes.add("limit should be at least 100, not %d".formatted(settings.limit()));
        }
        RequestKind.format(settings)
                .ifPresentOrElse(
                        format -> mistakes.addAll(of(new RequestBody(settings.body(), format))),
                        () -> mistakes.add(
                                "content-type should be JSON, a form, XML or text/plain, so that values can be escaped"));
        return mistakes;
    }

    private List<String> of(RequestBody body) {
        var mistakes = new ArrayList<String>();
        var known = new TreeSet<>(RequestBody.VARIABLES.keySet());
        settings.secrets().keySet().forEach(name -> {
            if (!name.matches("[a-z][a-z0-9-]*") || !known.add(name)) {
                mistakes.add(
                        "the secret '%s' should have a name in small letters, and none of a variable".formatted(name));
            }
        });
        body.names().forEach(name -> {
            if (!known.contains(name)) {
                mistakes.add(
                        "body names no known variable '{%s}'; known: %s".formatted(name, String.join(", ", known)));
            }
        });
        if (body.format() == BodyFormat.JSON && !isJson(body.sample())) {
            mistakes.add("body should be JSON once its variables are filled in; they stand between quotes");
        }
        return mistakes;
    }

    private static boolean isJson(String text) {
        try {
            return !STRICT.readTree(text).isMissingNode();
        } catch (JsonProcessingException _) {
            return false;
        }
    }
}
