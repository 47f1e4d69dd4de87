package dev.backonline.bot.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What kubectl makes of a folder under deploy/. Without a kubectl that knows these folders' words, who asks is skipped. */
record Rendering(List<JsonNode> objects) {
    static final Path DEPLOY = Path.of(System.getProperty("basedir", ".")).resolve("deploy");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Rendering> DONE = new ConcurrentHashMap<>();

    /** Rendered once, however many ask. */
    static Rendering of(String folder) {
        return DONE.computeIfAbsent(folder, Rendering::rendered);
    }

    private static Rendering rendered(String folder) {
        var kubectl = Stream.ofNullable(System.getenv("PATH"))
                .flatMap(places -> Stream.of(places.split(":", -1)))
                .map(place -> Path.of(place, "kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
        Assumptions.assumeTrue(kubectl.isPresent(), "kubectl is not installed: the manifests are not rendered");
        var program = kubectl.orElseThrow().toString();
        // The first that knows `labels` with pairs and patches in JSON as they are used here; Debian 12's does not.
        Assumptions.assumeTrue(
                run(program, "version", "--client").output().matches("(?s).*Kustomize Version: v([5-9]|\\d\\d).*"),
                "this kubectl brings a kustomize older than 5: the manifests are not rendered");
        var rendered = run(program, "kustomize", DEPLOY.resolve(folder).toString());
        if (rendered.code() != 0) {
            throw new AssertionError("deploy/%s can't be rendered: %s".formatted(folder, rendered.output()));
        }
        return read(rendered.output());
    }

    /** Several objects in one text, as kubectl takes them. */
    static Rendering read(String yaml) {
        var documents = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
        return new Rendering(StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList());
    }

    /** All objects of one type. */
    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream()
                .filter(object -> object.path("kind").asText().equals(HasMetadata.getKind(type)))
                .map(object -> KubernetesTypes.strictly(object, type))
                .toList();
    }

    private record Ended(int code, String output) {}

    private static Ended run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
