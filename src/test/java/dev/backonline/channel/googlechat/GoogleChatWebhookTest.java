package dev.backonline.channel.googlechat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.NetworkContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.check.Wire;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleChatWebhookTest extends NetworkContract {
    private static final GoogleChatKind KIND = new GoogleChatKind();
    private static final String PATH = "/v1/spaces/AAAA/messages?key=made-up-key&token=" + TOKEN;
    private static final String NAME = "spaces/AAAA/messages/BBBB.BBBB";

    private static GoogleChatSettings settings(URI server, OnUnknown onUnknown) {
        return new GoogleChatSettings(new SecretAddress(server.resolve(PATH)), onUnknown);
    }

    @Override
    protected String type() {
        return "google-chat";
    }

    @Override
    protected Posted parent() {
        return new Posted(NAME, Optional.empty());
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://chat.example.org"), OnUnknown.RESEND));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, OnUnknown.RESEND), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"name\":\"%s\",\"thread\":{\"name\":\"spaces/AAAA/threads/CCCC\"}}".formatted(NAME));
    }

    @Override
    protected String echo() {
        return server().address() + PATH;
    }

    @Test
    void a_yes_names_the_message() {
        assertThat(send(Posts.saying("Text"))).isEqualTo(new Outcome.Delivered(new Posted(NAME, Optional.empty())));
    }

    @Test
    void all_posts_of_an_incident_name_the_same_thread() {
        send(Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        send(Posts.of(Saying.STILL, Optional.of(parent()), Posts.ENGLISH));

        assertThat(server().received())
                .hasSize(2)
                .allMatch(request -> request.body().contains("\"thread\":{\"threadKey\":\"k3xw9b2m4q7z\"}"))
                .allMatch(request ->
                        request.target().contains("&messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD&"));
    }

    @Test
    void another_post_has_another_request_id() {
        send(Posts.of(Saying.PROBLEM, Optional.empty(), Posts.ENGLISH));
        send(Posts.of(Saying.STILL, Optional.of(parent()), Posts.ENGLISH));

        assertThat(server().received())
                .extracting(request -> request.target().replaceFirst(".*requestId=", ""))
                .allMatch(id -> id.matches("[0-9a-f-]{36}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void an_address_without_a_query_gets_one() {
        var url = new SecretAddress(server().address().resolve("/v1/" + TOKEN));
        var channel = KIND.create(new GoogleChatSettings(url, OnUnknown.RESEND), Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().target()).startsWith("/v1/" + TOKEN + "?messageReplyOption=");
    }

    @ParameterizedTest
    @CsvSource({
        "404, NOT_FOUND, TargetGone, make a new webhook",
        "403, PERMISSION_DENIED, AuthInvalid, administrator",
        "401, UNAUTHENTICATED, AuthInvalid, administrator",
        "400, INVALID_ARGUMENT, Rejected, will not take",
        "429, RESOURCE_EXHAUSTED, Throttled, too many",
        "503, UNAVAILABLE, Unknown, may have arrived",
        "500, NOT_FOUND, Unknown, may have arrived",
    })
    void its_own_errors_are_understood(int status, String word, String outcome, String hint) {
        var body = "{\"error\":{\"code\":%d,\"message\":\"Made up.\",\"status\":\"%s\"}}".formatted(status, word);

        var answer = answered(Reply.of(status, body));

        assertThat(answer.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(answer.toString()).contains(hint, "Made up.");
    }

    @Test
    void a_key_that_is_refused_is_told_from_a_post_that_is_wrong() {
        var outcome = answered(Reply.of(
                400,
                "{\"error\":{\"code\":400,\"message\":\"API key not valid.\",\"status\":\"INVALID_ARGUMENT\","
                        + "\"details\":[{\"reason\":\"API_KEY_INVALID\",\"domain\":\"googleapis.com\"}]}}"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        refused -> assertThat(refused.fix()).contains("copy the whole address again"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# big ; \\# big",
                "- one ; \\- one",
                "1. one ; 1\\. one",
                "a - b # d ; a - b # d",
                "*a* _b_ ~c~ `d` ; \\*a\\* \\_b\\_ \\~c\\~ \\`d\\`",
                "[a](b) ; \\[a\\](b)",
                "<users/all> @all ; \\<\u2060users/all\\> @\u2060all",
                "<https://x.example|y> ; \\<https://x.example\\|y\\>",
                "R&D &#42 ; R\\&D \\&#42",
                "see https://x.example/_a_ *b* ; see https://x.example/_a_ \\*b\\*",
            })
    void markup_loses_its_meaning(String text, String escaped) {
        assertThat(GoogleChatText.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void the_limit_counts_bytes_as_they_are_sent() {
        assertThat(capabilities().limit().measure().of("é*\n")).isEqualTo(9);
    }

    @Test
    void the_operator_decides_what_happens_when_nobody_knows() {
        var capabilities = KIND.capabilities(settings(URI.create("https://chat.example.org"), OnUnknown.HOLD));

        assertThat(capabilities.repeat()).isEqualTo(new Repeat.Blind(OnUnknown.HOLD));
    }
}
