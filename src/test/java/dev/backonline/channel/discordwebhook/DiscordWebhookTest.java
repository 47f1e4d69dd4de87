package dev.backonline.channel.discordwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Channel;
import dev.backonline.channel.EditContract;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Posts;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.markup.DiscordText;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordWebhookTest extends EditContract {
    private static final DiscordWebhookKind KIND = new DiscordWebhookKind();

    private static DiscordWebhookSettings settings(URI server, Optional<String> thread) {
        return new DiscordWebhookSettings(
                new SecretAddress(server.resolve("/api/webhooks/1234/" + TOKEN)), thread, OnUnknown.RESEND);
    }

    @Override
    protected String type() {
        return "discord-webhook";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://discord.example.org"), Optional.empty()));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, Optional.empty()), Outfit.of(wire));
    }

    @Override
    protected String edit() {
        return "PATCH /api/v10/webhooks/1234/%s/messages/parent-1?wait=true".formatted(TOKEN);
    }

    @Override
    protected Reply edited() {
        return Reply.of(200, "{\"id\":\"parent-1\",\"content\":\"…\"}");
    }

    @Override
    protected Optional<Reply> gone() {
        return Optional.of(Reply.of(404, "{\"message\":\"Unknown Message\",\"code\":10008}"));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "{\"id\":\"1100000000000000001\",\"content\":\"…\"}");
    }

    @Override
    protected String echo() {
        return server().address() + "/api/webhooks/1234/" + TOKEN;
    }

    @Test
    void a_yes_names_the_messages_id() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.Delivered(new Posted("1100000000000000001", Optional.empty())));
    }

    @Test
    void a_proxy_that_drops_the_waiting_leaves_no_id() {
        assertThat(answered(Reply.of(204, ""))).isEqualTo(new Outcome.AcceptedNoId());
    }

    @Test
    void a_thread_is_named_in_the_address() {
        var channel = KIND.create(settings(server().address(), Optional.of("77")), Outfit.of(wire()));

        channel.send(Posts.frozen(channel, Posts.saying("Text")), Posts.AT);

        assertThat(server().last().target())
                .isEqualTo("/api/v10/webhooks/1234/%s?wait=true&thread_id=77".formatted(TOKEN));
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10015, TargetGone",
        "404, 10003, TargetGone",
        "401, 50027, AuthInvalid",
        "403, 50013, AuthInvalid",
        "400, 50035, Rejected",
        "400, 160005, Rejected",
        "400, 20016, Throttled",
    })
    void its_own_error_codes_are_understood(int status, int code, String outcome) {
        var body = "{\"message\":\"no\",\"code\":%d,\"retry_after\":3}".formatted(code);

        assertThat(answered(Reply.of(status, body)).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void the_limit_counts_what_escaping_adds() {
        var measure = capabilities().limit().measure();

        assertThat(measure.of("*a*")).isEqualTo("\\*a\\*".length());
        assertThat(measure.of("https://status.example.org/a_b_c")).isEqualTo(32);
        assertThat(measure.of("😀")).as("UTF-16 units, to be on the safe side").isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# big ; \\# big",
                "- one ; \\- one",
                "1. one ; 1\\. one",
                "> said ; \\> said",
                "a - b > c # d ; a - b > c # d",
                "[a](b) ; \\[a\\](b)",
                "<@1> <#2> <t:3> ; \\<@\u20601> \\<#2> \\<t:3>",
                "\\* ; \\\\\\*",
                "see https://x.example/_a_ *b* ; see https://x.example/_a_ \\*b\\*",
                "`code` ||spoiler|| ; \\`code\\` \\|\\|spoiler\\|\\|",
            })
    void markup_loses_its_meaning(String text, String escaped) {
        assertThat(DiscordText.escaped(text)).isEqualTo(escaped);
    }

    @Test
    void nobody_is_called() {
        send(Posts.saying(Posts.HOSTILE));

        assertThat(server().last().body())
                .contains("\"allowed_mentions\":{\"parse\":[]}", "@\u2060everyone")
                .doesNotContain("@everyone");
    }

    @Test
    void a_thread_that_is_no_number_is_a_mistake() {
        var settings = settings(URI.create("https://discord.example.org"), Optional.of("general"));

        assertThat(KIND.mistakes(settings)).hasSize(1);
    }
}
