package dev.backonline.channel.slackwebhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.ErrorTable;
import dev.backonline.channel.api.Requests;
import dev.backonline.channel.markup.SlackText;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Posts through one incoming webhook. */
final class SlackWebhook implements Channel {
    private static final ErrorTable ERRORS = ErrorTable.of("""
            target gone  | no_service no_team channel_not_found channel_is_archived \
                         | the webhook or its room is gone; make a new webhook and put its address in the file
            auth invalid | action_prohibited posting_to_general_channel_denied \
                         | an administrator of the workspace doesn't allow this webhook to post here
            """);

    private final SecretAddress url;
    private final Duration deadline;
    private final Wire wire;
    private final Answers answers;

    SlackWebhook(SecretAddress url, Duration deadline, Wire wire) {
        this.url = url;
        this.deadline = deadline;
        this.wire = wire;
        this.answers = new Answers(url.secrets());
    }

    @Override
    public String prepare(Post post) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("text", SlackText.escaped(post.message().text()))
                .put("mrkdwn", false)
                .put("link_names", false)
                .put("unfurl_links", false)
                .put("unfurl_media", false)
                .toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var request = new Wire.Request("POST", url.value(), Requests.JSON_IN_UTF_8, frozen.body(), deadline, false);
        return answers.read(wire.exchange(request), now, answered -> read(answered, now));
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("a webhook of Slack takes posts and answers no questions");
    }

    /** The only yes is a 200 with this body (reference: Slack's incoming webhooks); its errors are plain words. */
    private Optional<Outcome> read(Wire.Answered answered, Instant now) {
        if (answered.status() == 200 && answered.body().strip().equals("ok")) {
            return Optional.of(new Outcome.AcceptedNoId());
        }
        return ERRORS.outcome(answered.body().strip(), false, answered, answers, now);
    }
}
