package dev.backonline.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.standardwebhooks.SigningSecret;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import io.cloudevents.CloudEvent;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest extends NetworkContract {
    private static final String SECRET = "whsec_YSBzZWNyZXQgb25seSBmb3IgdGhlc2UgdGVzdHM=";
    private static final WebhookKind KIND = new WebhookKind();

    private static WebhookSettings settings(URI server) {
        return new WebhookSettings(
                new SecretAddress(server.resolve("/hook/" + TOKEN)),
                Optional.of(SigningSecret.parse(SECRET)),
                Shape.EVENTS);
    }

    @Override
    protected String type() {
        return "webhook";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://partner.example.org")));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(204, "");
    }

    /** Any 2xx is a receiver's yes. */
    @Override
    protected Class<? extends Outcome> unreadableYes() {
        return Outcome.Delivered.class;
    }

    /** Standard Webhooks: only 410 says that nobody will ever be here again. */
    @Override
    protected Class<? extends Outcome> notFound() {
        return Outcome.Rejected.class;
    }

    @Override
    protected String echo() {
        return server().address() + "/hook/" + TOKEN;
    }

    @Test
    void the_signature_is_one_that_standard_webhooks_accepts()
            throws WebhookVerificationException, EmptyWebhookSecretException {
        var channel = channel(server().address(), wire());
        var now = Instant.now();

        channel.send(Posts.frozen(channel, Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ITALIAN)), now);

        new com.standardwebhooks.Webhook(SECRET).verify(server().last().body(), headers(server().last()));
    }

    @Test
    void a_repeat_has_the_same_id_and_a_signature_of_its_own() {
        var channel = channel(server().address(), wire());
        var frozen = Posts.frozen(channel, Posts.saying("Text"));

        channel.send(frozen, Posts.AT);
        channel.send(frozen, Posts.AT.plusSeconds(60));

        assertThat(sent("webhook-id")).containsExactly(frozen.key(), frozen.key());
        assertThat(sent("webhook-timestamp")).containsExactly("1795377840", "1795377900");
        assertThat(sent("webhook-signature")).doesNotHaveDuplicates();
    }

    @Test
    void without_a_secret_nothing_is_signed() {
        var address = new SecretAddress(server().address());
        var channel = KIND.create(new WebhookSettings(address, Optional.empty(), Shape.EVENTS), Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().headers()).doesNotContainKey("webhook-signature");
    }

    @Test
    void the_body_is_a_cloud_event() {
        var event = event(Saying.RESOLVED);

        assertThat(event.getId()).isEqualTo("key-resolved");
        assertThat(event.getType()).isEqualTo("dev.backonline.incident.resolved");
        assertThat(event.getSource()).isEqualTo(URI.create("https://status.example.org/"));
        assertThat(event.getSubject()).isEqualTo("k3xw9b2m4q7z");
        assertThat(event.getTime()).isEqualTo("2026-11-22T20:04:00Z");
        assertThat(event.getExtension("sequence")).isEqualTo("000006");
    }

    @Test
    void the_event_tells_everything_that_is_public() {
        var data = data(event(Saying.PROBLEM));

        assertThat(data.at("/incident/status").asText()).isEqualTo("investigating");
        assertThat(data.at("/incident/url").asText()).isEqualTo(Posts.URL.toString());
        assertThat(data.at("/services/0/name/it").asText()).isEqualTo("Messaggi");
        assertThat(data.at("/services/0/state").asText()).isEqualTo("major_outage");
        assertThat(data.at("/texts/en").asText()).startsWith("problem: Messages");
        assertThat(data.at("/texts/it").asText()).startsWith("problem: Messaggi");
        assertThat(data.at("/update/next_update_by").asText()).isEqualTo("2026-11-22T20:24:00Z");
    }

    @Test
    void a_receiver_that_has_the_id_already_has_the_delivery() {
        var outcome = answered(Reply.of(409, ""));

        var posted = new Posted("key-problem", Optional.empty());
        assertThat(outcome).isEqualTo(new Outcome.AlreadyExists(Optional.of(posted)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_", "whsec_not base64!", "c2VjcmV0"})
    void a_secret_of_another_form_is_a_mistake_that_does_not_show_it(String text) {
        assertThatThrownBy(() -> SigningSecret.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("should be whsec_ followed by base64");
    }

    @Test
    void secrets_have_no_text_form() {
        assertThat(settings(URI.create("https://partner.example.org")).toString())
                .doesNotContain(TOKEN, SECRET);
    }

    private CloudEvent event(Saying saying) {
        send(Posts.of(saying, Optional.empty(), Posts.ENGLISH, Posts.ITALIAN));
        var body = server().last().body().getBytes(StandardCharsets.UTF_8);
        return new JsonFormat().deserialize(body);
    }

    private static JsonNode data(CloudEvent event) {
        try {
            return new ObjectMapper()
                    .readTree(new String(Objects.requireNonNull(event.getData()).toBytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private List<String> sent(String header) {
        return server().received().stream()
                .flatMap(request -> request.header(header).stream())
                .toList();
    }

    private static HttpHeaders headers(Received request) {
        Map<String, List<String>> headers = request.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return HttpHeaders.of(headers, (_, _) -> true);
    }
}
