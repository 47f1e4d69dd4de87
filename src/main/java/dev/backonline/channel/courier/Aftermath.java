package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Posted;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Decides what becomes of a delivery after an attempt or a look-up. Pure but for the jitter. */
record Aftermath(Line line, Backoff backoff, RandomGenerator random) {
    /** A clue that the post may exist after all is looked into once the network's own lists have caught up. */
    private static final Duration CLUE_SETTLES = Duration.ofSeconds(10);
    /** Ours: a server that takes every post and answers none of them, or shows none, would otherwise be posted to for ever. */
    private static final int MOST_BLIND_ATTEMPTS = 3;

    Delivery of(Delivery sending, Outcome outcome, Instant now) {
        return switch (outcome) {
            case Outcome.Delivered(var posted) -> sending.sent(Optional.of(posted), "delivered");
            case Outcome.AcceptedNoId _ -> sending.sent(Optional.empty(), "accepted, no id given");
            case Outcome.AlreadyExists(var posted) -> existing(sending, posted, now);
            case Outcome.Throttled(var notBefore, var reason) -> sending.afresh(notBefore, reason);
            case Outcome.NotSent(var reason) -> sending.afresh(later(sending, now), reason);
            case Outcome.Rejected(var fix) -> sending.abandoned(fix);
            case Outcome.AuthInvalid(var fix) -> sending.held(Hold.CREDENTIALS, fix);
            case Outcome.ParentGone(var reason) -> sending.held(Hold.DOUBT, reason);
            case Outcome.TargetGone(var fix) -> sending.abandoned(fix);
            case Outcome.TargetMoved(var to) ->
                sending.held(Hold.ADDRESS, "the room has moved to %s: name it in the file".formatted(to));
            case Outcome.Unknown(var reason, var settle) -> sending.unknown(now.plus(line.settle(settle)), reason);
        };
    }

    private Delivery existing(Delivery sending, Optional<Posted> posted, Instant now) {
        return switch (line.repeat(sending)) {
            case Capabilities.Repeat.Keyed _, Capabilities.Repeat.LookUp _ when posted.isEmpty() -> clue(sending, now);
            case Capabilities.Repeat.Same _,
                    Capabilities.Repeat.Keyed _,
                    Capabilities.Repeat.LookUp _,
                    Capabilities.Repeat.Blind _ -> sending.sent(posted, "the network had it already");
        };
    }

    /** A network may say so of another post with the same words, and then never shows ours: a person must look. */
    private Delivery clue(Delivery sending, Instant now) {
        return sending.attempts() < MOST_BLIND_ATTEMPTS
                ? sending.unknown(now.plus(line.settle(CLUE_SETTLES)), "the network says that it has it, and not where")
                : sending.held(Hold.DOUBT, "the network says that it has it, and doesn't show it: release or drop it");
    }

    /** After looking: found is sent, not found is sent again, not readable is looked at later. */
    Delivery of(Delivery unknown, Sighting sighting, Instant now) {
        return switch (sighting) {
            case Sighting.Seen(var posted) -> unknown.sent(Optional.of(posted), "found at the network");
            case Sighting.Nothing _ -> unknown.repeat(now, "not found at the network");
            case Sighting.Unavailable(var reason, var pause) ->
                unknown.unknown(pause.map(now::plus).orElseGet(() -> later(unknown, now)), reason);
        };
    }

    /** Nothing was frozen yet, since the list of own posts could not be read. */
    Delivery postponed(Delivery ready, Sighting.Unavailable unavailable, Instant now) {
        return ready.postponed(
                unavailable.pause().map(now::plus).orElseGet(() -> later(ready, now)), unavailable.reason());
    }

    /** Where nothing can be looked up, the file says which of two evils it is to be. */
    Delivery blind(Delivery unknown, Capabilities.OnUnknown policy, Instant now) {
        return switch (policy) {
            case HOLD -> unknown.held(Hold.DOUBT, "it may have arrived, and nobody can tell: release or drop it");
            case RESEND ->
                unknown.attempts() < MOST_BLIND_ATTEMPTS
                        ? unknown.repeat(now, "it may have arrived, and on-unknown is resend")
                        : unknown.held(
                                Hold.DOUBT,
                                "it may have arrived several times, and nobody can tell: release or drop it");
        };
    }

    private Instant later(Delivery delivery, Instant now) {
        return now.plus(backoff.after(delivery.attempts(), random));
    }
}
