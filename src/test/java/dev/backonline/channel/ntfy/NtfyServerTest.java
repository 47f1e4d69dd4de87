package dev.backonline.channel.ntfy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Keyring;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.message.Saying;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our channel against ntfy's own server; skipped where that is not installed. */
@Timeout(120)
class NtfyServerTest {
    private static final String TOPIC = "harbour-status";
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @TempDir
    private static Path folder;

    private static Optional<NtfyServer> running = Optional.empty();
    private static String token = "";

    @BeforeAll
    static void serve() throws InterruptedException {
        try {
            running = Optional.of(new NtfyServer(folder));
            token = running.get().token("bot", TOPIC, "read-write");
        } catch (IOException missing) {
            abort("no server: " + missing);
        }
    }

    @AfterAll
    static void end() {
        running.ifPresent(NtfyServer::close);
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static NtfyServer server() {
        return running.orElseThrow();
    }

    private static Channel topic(String token) {
        var settings = new NtfySettings(server().address(), TOPIC, Optional.of(new Secret(token)));
        return new NtfyKind().create(settings, new Outfit(WIRE, Keyring.NONE));
    }

    private static Outcome sent(String token, Saying saying) {
        var topic = topic(token);
        return topic.send(Posts.frozen(topic, Posts.of(saying, Optional.empty(), Posts.ITALIAN)), Instant.now());
    }

    @Test
    void a_message_is_kept_word_for_word() throws IOException {
        var delivered = (Outcome.Delivered) sent(token, Saying.PROBLEM);

        var kept = server().messages(TOPIC, token);
        assertThat(kept)
                .contains("\"id\":\"%s\"".formatted(delivered.posted().id()))
                .contains("\"title\":\"Stato di Harbour\"")
                .contains("problem: Messaggi e Foto \\u0026 altro (dalle 21:04 CET), perché è così.")
                .contains("\"click\":\"" + Posts.URL + "\"");
    }

    @Test
    void one_that_was_posted_is_found_again_and_one_that_was_not_is_not() {
        var topic = topic(token);
        var delivered = (Outcome.Delivered) sent(token, Saying.STILL);

        var there = Posts.frozen(topic, Posts.of(Saying.STILL, Optional.empty(), Posts.ITALIAN));
        var missing = Posts.frozen(topic, Posts.of(Saying.WORSE, Optional.empty(), Posts.ITALIAN));
        assertThat(topic.lookUp(there, _ -> false, Instant.now())).isEqualTo(new Sighting.Seen(delivered.posted()));
        assertThat(topic.lookUp(missing, _ -> false, Instant.now())).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void a_token_that_may_read_only_or_is_none_is_refused_and_nothing_is_posted() throws Exception {
        var reader = server().token("reader", TOPIC, "read-only");

        assertThat(sent(reader, Saying.BETTER)).isInstanceOf(Outcome.AuthInvalid.class);
        assertThat(sent("tk_madeupmadeupmadeupmadeupmade", Saying.BETTER)).isInstanceOf(Outcome.AuthInvalid.class);

        assertThat(server().messages(TOPIC, token)).doesNotContain("better:");
    }

    @Test
    void a_probe_says_whether_the_topic_may_be_read() {
        assertThat(topic(token).probe(Instant.now())).isEqualTo(Probe.ready("topic " + TOPIC));
        assertThat(topic("tk_madeupmadeupmadeupmadeupmade").probe(Instant.now()))
                .isInstanceOf(Probe.Refused.class);
    }
}
