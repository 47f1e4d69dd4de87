package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.verdict.history.Bucket.Heard;
import dev.backonline.verdict.history.OutcomeChange.Kind;
import dev.backonline.verdict.history.Unwritten.Amendment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes every answer and every state as it comes, in memory, and gives them out as minutes. A state counts from the first observation
 * that speaks for it, also if it was confirmed some minutes later, so that minutes that were given out may be given out again. Whatever
 * was not given out when the process ends is unknown time.
 */
public final class Recorder {
    /** Ours: how far back a confirmation reaches. */
    static final Duration REACH = Duration.ofMinutes(10);
    /** Ours: without a beat for so long, the process or its machine stood still, and nothing was watched. */
    static final Duration STANDSTILL = Duration.ofSeconds(15);

    private static final Optional<ServiceState> MAINTENANCE = Optional.of(ServiceState.UNDER_MAINTENANCE);

    private final Unwritten unwritten = new Unwritten();
    private final Map<ServiceId, Course> courses = new HashMap<>();
    private final Map<CheckId, Notebook> notebooks = new ConcurrentHashMap<>();
    private Instant minute;
    private Instant lastBeat;

    /** Nothing is known before {@code now}. */
    public Recorder(Collection<ServiceId> services, Instant now) {
        services.forEach(service -> courses.put(service, new Course(now)));
        this.minute = now.truncatedTo(ChronoUnit.MINUTES);
        this.lastBeat = now;
    }

    /** Called for every answer, from many threads; never blocks. */
    public void heard(Observation observation) {
        var known = notebooks.get(observation.check());
        var notebook = known != null ? known : notebooks.computeIfAbsent(observation.check(), _ -> new Notebook());
        if (notebook.note(Kind.of(observation.answer()), observation.took())) {
            unwritten.add(OutcomeChange.of(observation));
        }
    }

    /**
     * The service is in this state (empty: unknown) since then, as far as is known now. A change to lesser trouble, or to knowing
     * nothing, counts from now on, since {@code since} may be older than the worse trouble that ended; so does maintenance, and its end,
     * since it does not come of observations.
     */
    public void became(ServiceId service, Optional<ServiceState> state, Instant since, Instant now) {
        var course = courses.get(service);
        if (course != null && !course.now().equals(state)) {
            course.became(state, mayReachBack(course.now(), state) ? latest(since, now.minus(REACH)) : now);
        }
    }

    /** The state that is on record now; empty: unknown. */
    public Optional<ServiceState> state(ServiceId service) {
        return Optional.ofNullable(courses.get(service)).flatMap(Course::now);
    }

    private static boolean mayReachBack(Optional<ServiceState> before, Optional<ServiceState> after) {
        if (before.equals(MAINTENANCE) || after.equals(MAINTENANCE)) {
            return false;
        }
        return after.filter(state -> state == ServiceState.OPERATIONAL
                        || before.filter(was -> was.isWorseThan(state)).isEmpty())
                .isPresent();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** To be called every second or so; gives whether a minute has ended. */
    public synchronized boolean beat(Instant now) {
        if (now.isAfter(lastBeat.plus(STANDSTILL)) || now.isBefore(lastBeat)) {
            var from = now.isBefore(lastBeat) ? now : lastBeat;
            courses.values().forEach(course -> course.lost(from, now));
        }
        lastBeat = now;
        var current = now.truncatedTo(ChronoUnit.MINUTES);
        if (current.equals(minute)) {
            return false;
        }
        cut(current);
        minute = current;
        return true;
    }

    /** The last, unfinished minute too. */
    public synchronized void end(Instant now) {
        beat(now);
        unwritten.put(bucket(minute, now));
    }

    /** The minute that was under way, those that passed without a beat, and those before of which something else is thought now. */
    private void cut(Instant current) {
        unwritten.put(bucket(minute, next(minute)));
        var first = latest(next(minute), current.minus(REACH));
        for (var missed = first; missed.isBefore(current); missed = next(missed)) {
            unwritten.put(new Bucket(Width.MINUTE, missed, states(missed, next(missed)), Map.of()));
        }
        amend();
        courses.values().forEach(course -> course.forget(current.minus(REACH).minus(REACH)));
        unwritten.forget(current.minus(REACH));
    }

    private void amend() {
        var amendments = new HashMap<ServiceId, Amendment>();
        courses.forEach((service, course) -> course.rewritten()
                .ifPresent(since ->
                        amendments.put(service, new Amendment(since, start -> course.between(start, next(start))))));
        unwritten.amend(amendments);
    }

    private static Instant next(Instant start) {
        return start.plus(1, ChronoUnit.MINUTES);
    }

    private Bucket bucket(Instant from, Instant until) {
        var checks = new HashMap<CheckId, Heard>();
        notebooks.forEach((check, notebook) -> {
            var heard = notebook.take();
            if (heard.answers() > 0) {
                checks.put(check, heard);
            }
        });
        return new Bucket(Width.MINUTE, from, states(from, until), checks);
    }

    private Map<ServiceId, StateTime> states(Instant from, Instant until) {
        var states = new HashMap<ServiceId, StateTime>();
        courses.forEach((service, course) -> {
            var time = course.between(from, until);
            if (!time.known().isZero()) {
                states.put(service, time);
            }
        });
        return states;
    }

    /** What is not written yet, by this writer. */
    public History.Notes unwritten(String writer) {
        return new History.Notes(writer, unwritten.minutes(), unwritten.changes());
    }

    /** It is written now. */
    public void written(History.Notes notes) {
        unwritten.written(notes);
    }

    /** How many changes, and minutes, had to be given up since the last call, since they could not be written for too long. */
    public long givenUp() {
        return unwritten.givenUp();
    }
}
