package dev.backonline.channel.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.check.Patience;
import dev.backonline.check.Wire;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A network's own word for a no, found in the JSON of its answers by {@code word} and read by its table, whatever we had asked for. What has
 * no such word is read as it is everywhere.
 */
public record NetworkErrors(Answers answers, ErrorTable table, Function<JsonNode, Optional<String>> word) {

    /** A server in trouble, or one that wants to be left alone, says so by its status, and its word may be anybody's. */
    public Optional<String> of(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                        && answered.status() < 500
                        && answered.status() != 429
                        && answered.status() != 408
                ? word.apply(Answers.json(answered))
                : Optional.empty();
    }

    /** What became of a post; empty if the shared reading serves. {@code onPost}: it replies to another, or edits it. */
    public Optional<Outcome> outcome(Wire.Answered answered, boolean onPost, Instant now) {
        return of(answered).flatMap(error -> table.outcome(error, onPost, answered, answers, now));
    }

    /** The same of all that may come back, where the network's yes names the post that was {@code made}. */
    public Outcome outcome(Wire.Reply reply, Frozen frozen, Instant now, Optional<Posted> made) {
        return answers.read(
                reply,
                now,
                answered -> made.<Outcome>map(Outcome.Delivered::new)
                        .or(() -> outcome(answered, frozen.parent().isPresent(), now)));
    }

    /** A look at the network's list that failed, with what would open it. */
    public Sighting unavailable(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered && advice(reply).isPresent()
                ? new Sighting.Unavailable(answers.said(answered, advice(reply).get()), Patience.asked(answered))
                : answers.unavailable(reply);
    }

    /** What a question that makes no post was answered with, where it wasn't a yes; {@code otherwise}: advice for what the table hasn't. */
    public Probe refused(Wire.Reply reply, String otherwise) {
        return reply instanceof Wire.Answered answered && advice(reply).isPresent()
                ? new Probe.Refused(answers.said(answered, advice(reply).get()))
                : answers.refused(reply, otherwise);
    }

    private Optional<String> advice(Wire.Reply reply) {
        return reply instanceof Wire.Answered answered
                ? of(reply).flatMap(error -> table.advice(error, answered))
                : Optional.empty();
    }
}
