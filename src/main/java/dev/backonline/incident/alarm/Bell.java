package dev.backonline.incident.alarm;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition.Alarmed;
import dev.backonline.incident.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Decides what is told of one alarm: that it stands, and that it no longer does. Pure. {@code told}: what was told of it last, if anything. */
public record Bell(Optional<Incident> told) {
    /** Ours: what comes back within this time goes on in the same thread; later it is a story of its own. */
    private static final Duration SAME_STORY = Duration.ofHours(1);
    /** Ours: for so long it must be gone to be over, */
    private static final Duration GONE = Duration.ofSeconds(10);
    /** and longer by this factor for each time that it came back within the last hours, so that one that flickers is not told all the time; */
    private static final int LONGER = 6;
    /** but no longer than this. */
    private static final Duration GONE_AT_MOST = Duration.ofHours(1);

    private static final Duration FLICKER = Duration.ofHours(6);

    /** That it stands, unless that is told already; {@code id} makes the id of a story of its name. */
    public Optional<Change> stands(Alarm alarm, UnaryOperator<String> id, Instant now) {
        if (told.filter(Incident::isOpen).isPresent()) {
            return Optional.empty();
        }
        var former = told.filter(story -> !story.latest().at().plus(SAME_STORY).isBefore(now));
        var update = new Update(
                former.map(story -> story.updates().size()).orElse(0) + 1,
                now,
                Status.INVESTIGATING,
                Particulars.raised(alarm),
                alarm.why());
        return Optional.of(new Change(former.map(story -> again(story, update))
                .orElseGet(() -> begun(new IncidentId(id.apply(name(alarm))), update))));
    }

    /** A second story about one alarm follows from the first, so that all processes give it the same name. */
    private String name(Alarm alarm) {
        return told.map(story -> alarm.key() + " after " + story.id()).orElseGet(alarm::key);
    }

    private static Incident begun(IncidentId id, Update update) {
        return new Incident(
                id,
                1,
                update.status(),
                update.at(),
                update.at(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(update));
    }

    private static Incident again(Incident story, Update update) {
        return next(story, update, update.at(), Optional.empty());
    }

    private static Incident next(Incident story, Update update, Instant onset, Optional<Instant> end) {
        var updates = new ArrayList<>(story.updates());
        updates.add(update);
        return new Incident(
                story.id(),
                story.version() + 1,
                update.status(),
                story.startedAt(),
                onset,
                end,
                Optional.empty(),
                List.of(),
                updates);
    }

    /** For how long it must not be seen before it is told to be over. */
    public Duration patience(Instant now) {
        var raised = told.map(Incident::updates).orElse(List.of()).stream()
                .filter(update -> update.status() == Status.INVESTIGATING)
                .filter(update -> update.at().isAfter(now.minus(FLICKER)))
                .count();
        var longer = GONE;
        for (var time = 1; time < raised && longer.compareTo(GONE_AT_MOST) < 0; time++) {
            longer = longer.multipliedBy(LONGER);
        }
        return longer.compareTo(GONE_AT_MOST) < 0 ? longer : GONE_AT_MOST;
    }

    /** That it no longer stands. */
    public Optional<Change> over(Instant now) {
        return told.filter(Incident::isOpen).flatMap(story -> over(story, now));
    }

    private static Optional<Change> over(Incident story, Instant now) {
        if (!(story.latest().transition() instanceof Alarmed alarmed)) {
            return Optional.empty();
        }
        var update = new Update(
                story.updates().size() + 1,
                now,
                Status.RESOLVED,
                alarmed.over(),
                "it no longer stands: " + story.latest().why());
        return Optional.of(new Change(next(story, update, story.onset(), Optional.of(now))));
    }
}
