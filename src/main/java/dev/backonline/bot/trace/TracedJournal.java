package dev.backonline.bot.trace;

import dev.backonline.bot.trace.Spans.Fact;
import dev.backonline.bot.trace.Spans.Span;
import dev.backonline.bot.trace.Spans.Step;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.courier.Journal;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Delivery.Trail;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Tells another journal all that it hears, and leaves a span of each attempt at a delivery that goes on with a trace. */
record TracedJournal(Journal journal, Spans spans, InstantSource clock, Map<ChannelId, String> types)
        implements Journal {

    @Override
    public void prepared(Delivery ready, Instant begun, boolean fits) {
        journal.prepared(ready, begun, fits);
        ready.origin().trail().ifPresent(trail -> {
            var span = span(Step.PREPARE, ready, begun, trail);
            end(span, fits ? "prepared" : "too_long", !fits);
        });
    }

    @Override
    public void attempted(Delivery sending, Instant begun, Outcome outcome) {
        journal.attempted(sending, begun, outcome);
        sending.origin().trail().ifPresent(trail -> {
            var span = span(Step.SEND, sending, begun, trail).with(Fact.ATTEMPT, sending.attempts());
            end(span, word(outcome), !isTaken(outcome));
        });
    }

    @Override
    public void lookedUp(Delivery delivery, Instant begun, Sighting sighting) {
        journal.lookedUp(delivery, begun, sighting);
        delivery.origin().trail().ifPresent(trail -> {
            var span = span(Step.LOOK_UP, delivery, begun, trail).with(Fact.ATTEMPT, delivery.attempts());
            end(span, word(sighting), sighting instanceof Sighting.Unavailable);
        });
    }

    private Span span(Step step, Delivery delivery, Instant begun, Trail trail) {
        var channel = delivery.recipient().channel();
        return spans.begin(step, channel.value(), begun, Optional.of(trail))
                .with(Fact.INCIDENT, delivery.incident().value())
                .with(Fact.UPDATE, delivery.update())
                .with(Fact.DELIVERY, delivery.id().toString())
                .with(Fact.CHANNEL, channel.value())
                .with(Fact.CHANNEL_TYPE, types.getOrDefault(channel, "unknown"))
                .with(Fact.LANGUAGE, delivery.recipient().language().toLanguageTag());
    }

    private void end(Span span, String outcome, boolean failed) {
        var told = span.with(Fact.OUTCOME, outcome);
        (failed ? told.failed(outcome) : told).end(clock.instant());
    }

    private static boolean isTaken(Outcome outcome) {
        return outcome instanceof Outcome.Delivered
                || outcome instanceof Outcome.AcceptedNoId
                || outcome instanceof Outcome.AlreadyExists;
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Delivered _ -> "delivered";
            case Outcome.AcceptedNoId _ -> "accepted";
            case Outcome.AlreadyExists _ -> "already_there";
            case Outcome.Throttled _ -> "throttled";
            case Outcome.NotSent _ -> "not_sent";
            case Outcome.Rejected _ -> "rejected";
            case Outcome.AuthInvalid _ -> "credentials_refused";
            case Outcome.ParentGone _ -> "parent_gone";
            case Outcome.TargetGone _ -> "target_gone";
            case Outcome.TargetMoved _ -> "target_moved";
            case Outcome.Unknown _ -> "unknown";
        };
    }

    private static String word(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Seen _ -> "found";
            case Sighting.Nothing _ -> "not_found";
            case Sighting.Unavailable _ -> "not_readable";
        };
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        journal.stepped(before, after);
    }

    @Override
    public void refused(Delivery after) {
        journal.refused(after);
    }

    @Override
    public void stopped(ChannelId channel, String fix) {
        journal.stopped(channel, fix);
    }

    @Override
    public void resumed(ChannelId channel) {
        journal.resumed(channel);
    }

    @Override
    public void probed(ChannelId channel, Probe answer) {
        journal.probed(channel, answer);
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        journal.stumbled(delivery, bug);
    }
}
