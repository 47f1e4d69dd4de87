package dev.backonline.bot.trace;

import dev.backonline.bot.trace.Spans.Fact;
import dev.backonline.bot.trace.Spans.Span;
import dev.backonline.bot.trace.Spans.Step;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Transition;
import dev.backonline.outbox.Delivery.Trail;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the answers that a decision follows from, as far as they were heard in this process since it began. */
record Causes(Map<ServiceId, Observation> turns, Map<CheckId, String> types) {
    /** Ours: when everything is down at once, as many checks show it as well as thousands. */
    private static final int MOST = 16;

    /** One check of a service, and the answer that turned the verdict on it. */
    private record Turn(ServiceId service, Observation by) {}

    /** The earliest first: it begins the trace, and the others are put beneath it. None is ended yet. */
    List<Ended> spans(Change change, Spans spans) {
        var begun = new ArrayList<Ended>();
        Optional<Trail> first = Optional.empty();
        for (var turn : turns(change)) {
            var span = span(turn, spans, first);
            first = first.or(span::trail);
            begun.add(new Ended(span, turn.by().at()));
        }
        return begun;
    }

    /** A span that is over as soon as the decision is written. */
    record Ended(Span span, Instant at) {}

    private List<Turn> turns(Change change) {
        var from = since(change.incident());
        return from.isEmpty()
                ? List.of()
                : change.update().transition().services().stream()
                        .flatMap(service -> turn(service, from.get()).stream())
                        .sorted(Comparator.comparing(turn -> turn.by().at()))
                        .limit(MOST)
                        .toList();
    }

    private Optional<Turn> turn(ServiceId service, Instant from) {
        return Optional.ofNullable(turns.get(service))
                .filter(by -> !by.at().isBefore(from))
                .map(by -> new Turn(service, by));
    }

    /** Since when an answer may have led to the latest update; never, if it was a person's, the clock's or a plan's doing. */
    private static Optional<Instant> since(Incident incident) {
        if (incident.latest().words().isPresent()) {
            return Optional.empty();
        }
        return switch (incident.latest().transition()) {
            case Transition.Problem _,
                    Transition.Again _,
                    Transition.Intermittent _,
                    Transition.Recovering _,
                    Transition.Resolved _ -> Optional.of(incident.onset());
            case Transition.Worse _, Transition.Better _ -> Optional.of(before(incident));
            case Transition.Still _,
                    Transition.Note _,
                    Transition.Correction _,
                    Transition.Staged _,
                    Transition.Alarmed _ -> Optional.empty();
        };
    }

    private static Instant before(Incident incident) {
        var updates = incident.updates();
        return updates.size() < 2
                ? incident.onset()
                : updates.get(updates.size() - 2).at();
    }

    private Span span(Turn turn, Spans spans, Optional<Trail> first) {
        var by = turn.by();
        var type = types.getOrDefault(by.check(), "unknown");
        var span = spans.begin(Step.CHECK, type, by.asked(), first)
                .with(Fact.SERVICE, turn.service().value())
                .with(Fact.CHECK, by.check().value())
                .with(Fact.CHECK_TYPE, type)
                .with(Fact.LOCATION, by.location().value());
        return switch (by.answer()) {
            case Answer.Up _ -> span.with(Fact.ANSWER, "up");
            case Answer.Slow _ -> span.with(Fact.ANSWER, "slow");
            case Answer.Inconclusive _ -> span.with(Fact.ANSWER, "inconclusive");
            case Answer.Down(var layer, var _) ->
                span.with(Fact.ANSWER, "down").failed(layer.name().toLowerCase(Locale.ROOT));
        };
    }
}
