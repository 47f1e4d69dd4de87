package dev.backonline.channel.teams;

import dev.backonline.catalog.SecretAddress;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Starts one workflow with a card for each post. */
final class TeamsWorkflow implements Channel {
    private final SecretAddress url;
    private final Wire wire;
    private final Answers answers;

    TeamsWorkflow(SecretAddress url, Wire wire) {
        this.url = url;
        this.wire = wire;
        this.answers = new Answers(url.secrets());
    }

    @Override
    public String prepare(Post post) {
        return Card.message(post.message().text(), post.message().language()).toString();
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var headers = Map.of("content-type", "application/json");
        var request = new Wire.Request("POST", url.value(), headers, frozen.body(), TeamsKind.DEADLINE, false);
        return answers.read(wire.exchange(request), now, this::read);
    }

    /** A 202 says that the workflow was started, and no more than that: whether it posted, only its own list of runs tells. */
    private Optional<Outcome> read(Wire.Answered answered) {
        if (answered.status() == 202) {
            return Optional.of(new Outcome.AcceptedNoId());
        }
        return answered.status() >= 400 && answered.status() < 500 ? refused(answered) : Optional.empty();
    }

    /** learn.microsoft.com, Azure Logic Apps, of which workflows are made: codes of errors. */
    private Optional<Outcome> refused(Wire.Answered answered) {
        return switch (Answers.json(answered).path("error").path("code").asText()) {
            case "WorkflowNotFound", "WorkflowTriggerNotFound" ->
                Optional.of(new Outcome.TargetGone(answers.said(
                        answered, "the workflow is gone, maybe with its owner; create it anew, with a second owner")));
            case "WorkflowTriggerIsNotEnabled", "WorkflowDisabled" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(
                        answered, "the workflow is switched off; switch it on, or create it anew if its owner left")));
            case "DirectApiAuthorizationRequired", "DirectApiInvalidAuthorizationScheme" ->
                Optional.of(new Outcome.AuthInvalid(answers.said(
                        answered,
                        "let anyone trigger the workflow, and copy its whole address again, with what follows sig=")));
            case "TriggerInputSchemaMismatch" ->
                Optional.of(new Outcome.Rejected(answers.said(
                        answered,
                        "the workflow expects another body; create it from Teams' template for webhook requests")));
            default -> Optional.empty();
        };
    }

    @Override
    public Probe probe(Instant now) {
        return new Probe.Mute("a workflow of Teams posts whatever it is sent");
    }
}
