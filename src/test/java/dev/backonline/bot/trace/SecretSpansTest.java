package dev.backonline.bot.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.program.PlantedSecrets;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Wire;
import dev.backonline.store.TestDatabase;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No span of any network says a secret, an address, or what a server answered. */
class SecretSpansTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final URI CHAT = URI.create("http://chat.example.org/s3cr3t-question");

    @TempDir
    private Path folder;

    @Test
    void nothing_that_was_planted_comes_out_in_a_span() throws IOException {
        var vertx = Vertx.vertx();
        try (var secrets = new PlantedSecrets();
                var wire = new VertxWire(vertx);
                var database = TestDatabase.embedded(folder);
                var gallery = new Gallery()) {
            gallery.open(secrets.file(CHAT), database.sealed(), request -> answer(request, wire));
            for (var channel : channels().toList()) {
                await(channel)
                        .atMost(PATIENCE)
                        .until(() -> gallery.names().stream()
                                .anyMatch(name -> name.equals("send " + channel) || name.equals("look up " + channel)));
            }

            for (var span : gallery.all()) {
                PlantedSecrets.assertClean(span.getName(), whole(span));
                assertThat(whole(span))
                        .doesNotContain(secrets.address().getAuthority(), "example.org", "you sent", "HTTP 4");
            }
        } finally {
            vertx.close();
        }
    }

    private static Stream<String> channels() {
        return Stream.concat(PlantedSecrets.CHANNELS.keySet().stream(), Stream.of(PlantedSecrets.LETTERS));
    }

    private static Wire.Reply answer(Wire.Request request, Wire networks) {
        return request.address().equals(CHAT)
                ? new Wire.Answered(503, Map.of(), "you sent " + request.headers(), false)
                : networks.exchange(request);
    }

    private static String whole(SpanData span) {
        return Stream.of(
                        span.getName(),
                        span.getAttributes(),
                        span.getEvents(),
                        span.getLinks(),
                        span.getStatus(),
                        span.getResource(),
                        span.getInstrumentationScopeInfo())
                .map(Object::toString)
                .reduce("", (one, other) -> one + "\n" + other);
    }
}
