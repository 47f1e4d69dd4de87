package dev.backonline.channel.threads;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Answers;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Renewals;
import dev.backonline.channel.Renewals.Issue;
import dev.backonline.check.Wire;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Renews the token of a profile, long before it ends. One that is used for the first time may be too young for that. */
final class Tokens implements Renewals.Issuer {
    /** developers.facebook.com, threads, long-lived tokens: 60 days, and renewed only at an age of 24 hours. */
    static final Duration LIVES = Duration.ofDays(60);

    private static final Duration YOUNG = Duration.ofHours(25);

    /** Ours: then there are seven weeks in which a renewal may fail. */
    static final Duration RENEWED_AFTER = Duration.ofDays(7);

    /** Ours: after one that failed, while the former token still serves. */
    private static final Duration AGAIN_AFTER = Duration.ofHours(6);

    private final ThreadsSettings settings;
    private final Wire wire;

    Tokens(ThreadsSettings settings, Wire wire) {
        this.settings = settings;
        this.wire = wire;
    }

    String origin() {
        return Renewals.digest(settings.api().toString(), settings.token().value());
    }

    /** Whatever it is worth: the network will say. */
    @Override
    public Issue first(Instant now) {
        return given(settings.token(), now.plus(YOUNG));
    }

    /** {@code expires} of what is given is when it is to be renewed, not when it ends. */
    @Override
    public Issue next(Credentials former, Instant now) {
        var path = "/refresh_access_token?grant_type=th_refresh_token&access_token=%s"
                .formatted(GraphAnswers.encoded(former.access().value()));
        var reply = wire.exchange(
                new Wire.Request("GET", address(settings, path), Map.of(), "", ThreadsKind.FOR_QUESTION, false));
        return fresh(reply)
                .map(token -> given(token, now.plus(RENEWED_AFTER)))
                .orElseGet(() -> GraphAnswers.isRefusal(reply)
                        ? new Issue.Spent()
                        : given(former.access(), now.plus(AGAIN_AFTER)));
    }

    private static Optional<Secret> fresh(Wire.Reply reply) {
        return Answers.yes(reply)
                .map(body -> body.path("access_token").asText())
                .filter(token -> !token.isBlank())
                .map(Secret::new);
    }

    private Issue given(Secret token, Instant until) {
        return new Issue.Given(new Credentials(token, token, until, origin()));
    }

    static URI address(ThreadsSettings settings, String path) {
        return URI.create(settings.api().toString().replaceFirst("/+$", "") + path);
    }
}
