package dev.backonline.channel.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.webhook.HookServer;
import dev.backonline.channel.webhook.Shape;
import dev.backonline.channel.webhook.WebhookKind;
import dev.backonline.channel.webhook.WebhookSettings;
import dev.backonline.house.Golden;
import dev.backonline.message.Saying;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A receiver that was made for Statuspage's notifications hears of us in the same words. */
class StatuspageNoticeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final HookServer hook = new HookServer();

    @AfterEach
    void close() {
        hook.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource
    void every_update_is_a_notification_of_an_incident(Saying saying) throws Exception {
        var notice = sent(saying);

        Golden.matches("channel/webhook/statuspage/" + saying.key() + ".json", notice.toPrettyString());
    }

    @Test
    void its_fields_are_those_that_statuspage_documents() throws Exception {
        var notice = sent(Saying.PROBLEM);

        assertThat(names(notice)).containsExactly("meta", "page", "incident");
        assertThat(names(notice.get("meta"))).containsExactly("unsubscribe", "documentation", "generated_at");
        assertThat(names(notice.get("page"))).containsExactly("id", "status_indicator", "status_description");
        assertThat(notice.findValuesAsText("id")).allMatch(id -> id.matches("[a-z0-9]{12}"));
        assertThat(notice.at("/incident/incident_updates")).hasSize(1);
        assertThat(notice.toString()).doesNotContain("10.0.0.7", "HTTP 503");
    }

    @Test
    void it_is_plain_json_under_an_id_that_repeats_keep() throws Exception {
        sent(Saying.RESOLVED);

        var request = hook.requests().getLast();
        assertThat(request.header("content-type")).hasValue("application/json");
        assertThat(request.header("webhook-id")).hasValue("key-resolved");
    }

    private JsonNode sent(Saying saying) throws Exception {
        try (var wire = new VertxWire(vertx)) {
            var settings = new WebhookSettings(new SecretAddress(hook.address()), Optional.empty(), Shape.STATUSPAGE);
            var channel = new WebhookKind().create(settings, Outfit.of(wire));
            var post = Posts.of(saying, Optional.empty(), Posts.ENGLISH, Posts.ITALIAN);

            var outcome = channel.send(Posts.frozen(channel, post), Posts.AT);

            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            return JSON.readTree(hook.bodies().getLast());
        }
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }
}
