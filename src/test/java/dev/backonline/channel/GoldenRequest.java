package dev.backonline.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request with JSON, as a golden file has it: what stands before its body is empty where the file has only the body. */
record GoldenRequest(String file, String head, JsonNode body) {
    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("src/test/resources/golden/channel");

    private static final Pattern START = Pattern.compile("^(?=(?:POST|PUT|PATCH) /)", Pattern.MULTILINE);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that a network is asked for, new posts and edits. */
    static List<GoldenRequest> of(String network) {
        try (var files = Files.walk(FOLDER.resolve(network))) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .flatMap(GoldenRequest::in)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<GoldenRequest> in(Path file) {
        try {
            return START.splitAsStream(Files.readString(file))
                    .filter(text -> !text.isBlank())
                    .map(text -> request(FOLDER.relativize(file).toString(), text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static GoldenRequest request(String file, String text) {
        var parts = text.startsWith("{") ? List.of("", text) : List.of(text.split("\n\n", 2));
        return new GoldenRequest(file, parts.getFirst(), parsed(parts.getLast()));
    }

    static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Method, target and body in one line. */
    String line() {
        return "%s %s".formatted(head.lines().findFirst().orElse(""), body);
    }

    String target() {
        return head.lines().findFirst().orElseThrow().split(" ", 2)[1];
    }

    Map<String, String> headers() {
        return head.lines()
                .skip(1)
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));
    }
}
