package dev.backonline.channel.graph;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.access.Access;
import dev.backonline.channel.access.Passage;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.access.Renewals.Issue;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The token is what opens the door, and no header: it is put behind a question, or a form, that has something in it already. Without
 * {@code renewals} it is the one of the file for ever.
 */
public record GraphAccess(Wire wire, LongLivedToken token, Optional<Renewals> renewals) implements Access {
    private static final String NO_TOKEN = "the token is not taken: give the file a new one";

    @Override
    public Passage carry(Wire.Request request, Instant now) {
        var issue = renewals.map(kept -> kept.current(now)).orElseGet(() -> token.first(now));
        return switch (issue) {
            case Issue.Given(var given) -> {
                var answers = new Answers(List.of(token.token(), given.access()));
                yield new Passage.Carried(wire.exchange(with(request, given.access())), answers);
            }
            case Issue.Withheld(var outcome) -> new Passage.Stopped(outcome);
            case Issue.Spent() -> new Passage.Stopped(new Outcome.AuthInvalid(NO_TOKEN));
        };
    }

    /** It rests in no database, and so in no body that was prepared. */
    private static Wire.Request with(Wire.Request request, Secret token) {
        var more = "&access_token=" + BodyFormat.FORM.escaped(token.value());
        var isForm = !request.body().isEmpty();
        return new Wire.Request(
                request.method(),
                isForm ? request.address() : URI.create(request.address() + more),
                request.headers(),
                isForm ? request.body() + more : "",
                request.timeout(),
                false);
    }

    /** Whose the token is, by the answer to a question for the {@code username}. */
    public static Probe probe(Passage passage) {
        return passage.yes()
                .map(body -> body.path("username").asText())
                .filter(word -> !word.isEmpty())
                .map(word -> Probe.ready("@" + word))
                .orElseGet(() -> refused(passage));
    }

    private static Probe refused(Passage passage) {
        return switch (passage) {
            case Passage.Carried(Wire.Answered answered, var answers)
            when GraphErrors.isRefusal(answered) -> new Probe.Refused(answers.said(answered, NO_TOKEN));
            case Passage.Carried(var reply, var answers) -> answers.refused(reply, NO_TOKEN);
            case Passage.Stopped _ -> new Probe.Unreachable(NO_TOKEN);
        };
    }
}
