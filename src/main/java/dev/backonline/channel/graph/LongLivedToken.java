package dev.backonline.channel.graph;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.access.Renewals;
import dev.backonline.channel.access.Renewals.Issue;
import dev.backonline.channel.api.Answers;
import dev.backonline.channel.api.BodyFormat;
import dev.backonline.channel.api.Requests;
import dev.backonline.check.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Renews the {@code token} of the file, long before it ends, by the network's own {@code grant}. One that is used for the first time may
 * be too young for that.
 */
public record LongLivedToken(Wire wire, Requests requests, String grant, Secret token) implements Renewals.Issuer {
    /** developers.facebook.com, threads, long-lived tokens: 60 days, and renewed only at an age of 24 hours. */
    private static final Duration LIVES = Duration.ofDays(60);

    private static final Duration YOUNG = Duration.ofHours(25);

    /** Ours: then there are seven weeks in which a renewal may fail. */
    private static final Duration RENEWED_AFTER = Duration.ofDays(7);

    /** Ours: after one that failed, while the former token still serves. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(6);

    /** What the file says, so that a change of it shows. */
    public String origin() {
        return Renewals.digest(requests.root().toString(), token.value());
    }

    /** Whatever it is worth: the network will say. */
    @Override
    public Issue first(Instant now) {
        return given(token, now.plus(YOUNG));
    }

    /** {@code expires} of what is given is when it is to be renewed, not when it ends. */
    @Override
    public Issue next(Credentials former, Instant now) {
        var path = "/refresh_access_token?grant_type=%s&access_token=%s"
                .formatted(grant, BodyFormat.FORM.escaped(former.access().value()));
        var reply = wire.exchange(requests.ask(path));
        return fresh(reply)
                .map(fresh -> given(fresh, now.plus(RENEWED_AFTER)))
                .orElseGet(() -> GraphErrors.isRefusal(reply)
                        ? new Issue.Spent()
                        : given(former.access(), now.plus(AGAIN_AFTER)));
    }

    private static Optional<Secret> fresh(Wire.Reply reply) {
        return Answers.yes(reply)
                .map(body -> body.path("access_token").asText())
                .filter(text -> !text.isBlank())
                .map(Secret::new);
    }

    private Issue given(Secret access, Instant until) {
        return new Issue.Given(new Credentials(access, access, until, origin()));
    }

    /** When what is kept ends; of a token that was never renewed nobody has said. */
    public Optional<Instant> end(Credentials kept) {
        return kept.access().equals(token)
                ? Optional.empty()
                : Optional.of(kept.expires().minus(RENEWED_AFTER).plus(LIVES));
    }
}
