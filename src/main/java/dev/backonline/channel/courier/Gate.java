package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * Says when a channel may be asked anything: not faster than the network likes (a token bucket), not at all while it asks us to
 * wait, and only now and then while it fails or refuses us (a circuit). Measures by the monotonic clock; safe for several threads.
 */
final class Gate {
    /** Ours: after so many failures in a row the network is left in peace. */
    private static final int FAILURES = 5;
    /** DESIGN §5: the circuit half-opens within 15 s; then one attempt shows whether the network is back. */
    private static final Duration OPEN = Duration.ofSeconds(10);

    private final Pace pace;
    private final LongSupplier nanos;
    private double tokens;
    private long counted;
    private long closedUntil;
    private int failures;

    Gate(Pace pace, LongSupplier nanos) {
        this.pace = pace;
        this.nanos = nanos;
        this.tokens = pace.burst();
        this.counted = nanos.getAsLong();
        this.closedUntil = counted;
    }

    /** How long until something may be asked again; zero if at once. */
    synchronized Duration pause() {
        var closed = Duration.ofNanos(closedUntil - nanos.getAsLong());
        if (closed.isPositive()) {
            return closed;
        }
        refill();
        return tokens >= 1 ? Duration.ZERO : pace.each();
    }

    /** Takes one token; false if there is none, or the gate is closed. */
    synchronized boolean enter() {
        if (pause().isPositive()) {
            return false;
        }
        tokens--;
        return true;
    }

    /** Whether one attempt is to show that the network is back before more are made. */
    synchronized boolean isOnTrial() {
        return failures >= FAILURES;
    }

    synchronized void heard(Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Throttled(var notBefore, var _) -> close(Duration.between(now, notBefore));
            case Outcome.NotSent _, Outcome.Unknown _ -> failed();
            case Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.Rejected _,
                    Outcome.AuthInvalid _,
                    Outcome.ParentGone _,
                    Outcome.TargetGone _,
                    Outcome.TargetMoved _ -> failures = 0;
        }
    }

    synchronized void heard(Sighting sighting) {
        switch (sighting) {
            case Sighting.Seen _, Sighting.Nothing _ -> failures = 0;
            case Sighting.Unavailable(var _, var asked) -> {
                failed();
                asked.ifPresent(this::close);
            }
        }
    }

    private void failed() {
        failures++;
        if (failures >= FAILURES) {
            close(OPEN);
        }
    }

    synchronized void close(Duration time) {
        closedUntil = Math.max(closedUntil, nanos.getAsLong() + time.toNanos());
    }

    private void refill() {
        var now = nanos.getAsLong();
        if (pace.each().isPositive()) {
            tokens = Math.min(
                    pace.burst(),
                    tokens + (double) (now - counted) / pace.each().toNanos());
        } else {
            tokens = pace.burst();
        }
        counted = now;
    }
}
