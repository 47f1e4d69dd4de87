package dev.backonline.channel.access;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Keyring.Credentials;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.access.Renewals.Issue;
import dev.backonline.channel.api.Answers;
import dev.backonline.check.Wire;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every request bears a token (RFC 6750) that is renewed before it ends. A token that is refused all the same did nothing, so that the
 * request is made once more with the next one. {@code settled}: the secrets of the file, which the network might repeat.
 */
public record BearerAccess(Wire wire, Renewals renewals, List<Secret> settled, Predicate<Wire.Answered> isRefused)
        implements Access {
    @Override
    public Passage carry(Wire.Request request, Instant now) {
        return opened(renewals.current(now), credentials -> {
            var first = borne(request, credentials);
            return first.reply() instanceof Wire.Answered answered && isRefused.test(answered)
                    ? opened(renewals.instead(credentials, now), fresh -> borne(request, fresh))
                    : first;
        });
    }

    private static Passage opened(Issue issue, Function<Credentials, Passage> passing) {
        return switch (issue) {
            case Issue.Given(var credentials) -> passing.apply(credentials);
            case Issue.Withheld(var outcome) -> new Passage.Stopped(outcome);
            case Issue.Spent() -> new Passage.Stopped(new Outcome.AuthInvalid("there is no token"));
        };
    }

    private Passage.Carried borne(Wire.Request request, Credentials credentials) {
        var bearing = Access.with(
                request, "authorization", "Bearer " + credentials.access().value());
        var secrets = Stream.concat(settled.stream(), Stream.of(credentials.access(), credentials.refresh()))
                .toList();
        return new Passage.Carried(wire.exchange(bearing), new Answers(secrets));
    }
}
