package dev.backonline.channel.slackwebhook;

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
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackWebhookTest extends NetworkContract {
    private static final SlackWebhookKind KIND = new SlackWebhookKind();

    private static SlackWebhookSettings settings(URI server, OnUnknown onUnknown) {
        return new SlackWebhookSettings(new SecretAddress(server.resolve("/services/T000/B000/" + TOKEN)), onUnknown);
    }

    @Override
    protected String type() {
        return "slack-webhook";
    }

    @Override
    protected Capabilities capabilities() {
        return KIND.capabilities(settings(URI.create("https://hooks.example.org"), OnUnknown.RESEND));
    }

    @Override
    protected Channel channel(URI server, Wire wire) {
        return KIND.create(settings(server, OnUnknown.RESEND), Outfit.of(wire));
    }

    @Override
    protected Reply yes() {
        return Reply.of(200, "ok");
    }

    /** Its whole address is the secret, and what is repeated of it is shown nowhere. */
    @Override
    protected String echo() {
        return server().address() + "/services/T000/B000/" + TOKEN;
    }

    @Test
    void a_yes_names_no_id() {
        var outcome = send(Posts.saying("Text"));

        assertThat(outcome).isEqualTo(new Outcome.AcceptedNoId());
    }

    @ParameterizedTest
    @CsvSource({"404, no_service", "404, channel_not_found", "410, channel_is_archived"})
    void a_room_that_is_gone_is_gone(int status, String word) {
        var outcome = answered(Reply.of(status, word));

        assertThat(outcome).isInstanceOf(Outcome.TargetGone.class);
    }

    @Test
    void what_an_administrator_forbids_waits_for_a_person() {
        var outcome = answered(Reply.of(403, "action_prohibited"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.AuthInvalid.class,
                        refused -> assertThat(refused.fix()).contains("administrator"));
    }

    @Test
    void the_limit_counts_what_escaping_adds() {
        var measure = capabilities().limit().measure();

        assertThat(measure.of("a<b>&c")).isEqualTo("a&lt;b&gt;&amp;c".length());
    }

    @Test
    void the_operator_decides_what_happens_when_nobody_knows() {
        var capabilities = KIND.capabilities(settings(URI.create("https://hooks.example.org"), OnUnknown.HOLD));

        assertThat(capabilities.repeat()).isEqualTo(new Repeat.Blind(OnUnknown.HOLD));
    }

    @Test
    void nobody_is_called_and_nothing_is_marked_up() {
        send(Posts.saying(Posts.HOSTILE));

        assertThat(server().last().body())
                .contains("&lt;!channel&gt;", "&lt;@123&gt;", "\"mrkdwn\":false", "\"link_names\":false")
                .doesNotContain("<");
    }
}
