package dev.backonline.channel.request;

import dev.backonline.channel.api.HttpField;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with a request of the operator's own; nothing here repeats a secret. */
record RequestMistakes(RequestSettings settings) {
    List<String> all() {
        var mistakes = new ArrayList<String>();
        settings.headers().forEach((name, value) -> {
            if (!HttpField.isName(name) || !HttpField.isValue(value.value())) {
                mistakes.add("header '%s' should have a name without spaces and a value in one line".formatted(name));
            }
        });
        settings.keyHeader()
                .filter(name -> !HttpField.isName(name))
                .ifPresent(name -> mistakes.add("key-header should be the name of a header, not '%s'".formatted(name)));
        if (settings.limit() < 100) {
            mistakes.add("limit should be at least 100, not %d".formatted(settings.limit()));
        }
        settings.format()
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
        body.names().stream()
                .filter(name -> !known.contains(name))
                .map(name -> "body names no known variable '{%s}'; known: %s".formatted(name, String.join(", ", known)))
                .forEach(mistakes::add);
        if (!body.format().admits(body.sample())) {
            mistakes.add("body should be JSON once its variables are filled in; they stand between quotes");
        }
        return mistakes;
    }
}
