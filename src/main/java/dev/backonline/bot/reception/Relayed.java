package dev.backonline.bot.reception;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.check.CheckId;
import dev.backonline.check.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A notice as one process passes it on to the others: for these checks, since its token is not for them to know. */
record Relayed(List<CheckId> checks, Notice notice) {
    private static final ObjectMapper JSON = new ObjectMapper();

    Relayed {
        checks = List.copyOf(checks);
    }

    String json() {
        var node = JSON.createObjectNode();
        var named = node.putArray("checks");
        checks.forEach(check -> named.add(check.value()));
        node.put("method", notice.method());
        node.put("rest", notice.rest());
        var headers = node.putObject("headers");
        new TreeMap<>(notice.headers()).forEach((name, value) -> {
            if (isHarmless(name)) {
                headers.put(name, value);
            }
        });
        node.put("body", notice.body());
        return node.toString();
    }

    /** Tokens travel in others. */
    private static boolean isHarmless(String header) {
        return header.equals("content-type") || header.startsWith("ce-");
    }

    static Relayed parse(String json) {
        try {
            var node = JSON.readTree(json);
            var checks = new ArrayList<CheckId>();
            node.path("checks").forEach(check -> checks.add(new CheckId(check.asText())));
            var headers = new TreeMap<String, String>();
            node.path("headers")
                    .properties()
                    .forEach(one -> headers.put(one.getKey(), one.getValue().asText()));
            var notice = new Notice(
                    node.path("method").asText(),
                    node.path("rest").asText(),
                    Map.copyOf(headers),
                    node.path("body").asText());
            return new Relayed(checks, notice);
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException("the database has a message that is no JSON", garbled);
        }
    }
}
