package dev.backonline.bot.trace;

import dev.backonline.bot.trace.Spans.Fact;
import dev.backonline.bot.trace.Spans.Span;
import dev.backonline.bot.trace.Spans.Step;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Change;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Delivery.Trail;
import dev.backonline.outbox.Ledger;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Records what another ledger records, with the trail in each delivery; what is not written leaves no span. */
record TracedLedger(Ledger ledger, Spans spans, InstantSource clock, Causes causes) implements Ledger {
    /** Ours: as many names as anybody reads. */
    private static final int MOST_NAMES = 16;

    @Override
    public boolean record(Change change, List<Delivery> deliveries) {
        var checks = causes.spans(change, spans);
        var decision = decision(
                change, checks.stream().findFirst().flatMap(one -> one.span().trail()));
        var trail = decision.trail();
        var recorded = ledger.record(
                change,
                deliveries.stream()
                        .map(delivery -> trail.map(delivery::along).orElse(delivery))
                        .toList());
        if (recorded) {
            checks.forEach(one -> one.span().end(one.at()));
            decision.end(clock.instant());
        }
        return recorded;
    }

    private Span decision(Change change, Optional<Trail> after) {
        var transition = change.update().transition();
        var said = Saying.of(transition).key();
        var services = transition.services().stream()
                .limit(MOST_NAMES)
                .map(ServiceId::value)
                .toList();
        return spans.begin(Step.DECIDE, said, change.update().at(), after)
                .with(Fact.INCIDENT, change.incident().id().value())
                .with(Fact.UPDATE, change.update().number())
                .with(Fact.TRANSITION, said)
                .with(Fact.SERVICES, services);
    }
}
