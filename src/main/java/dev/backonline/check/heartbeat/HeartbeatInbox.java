package dev.backonline.check.heartbeat;

import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Receiving.Inbox;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.Optional;

/** What a service last said of itself, and since when it is silent; {@code running} is when the run began that hasn't ended. */
record HeartbeatInbox(Terms terms, Answer last, Duration quietSince, Optional<Duration> running, Duration now)
        implements Inbox<Pulse> {

    /** What was agreed upon: the longest silence, and the longest run. */
    record Terms(Duration patience, Optional<Duration> within) {}

    static HeartbeatInbox empty(HeartbeatSettings settings, Opening opening) {
        var terms = new Terms(settings.patience(opening.every()), settings.within());
        var nothing = new Answer.Inconclusive("no call yet");
        return new HeartbeatInbox(terms, nothing, opening.now(), Optional.empty(), opening.now());
    }

    @Override
    public boolean concerns(Pulse pulse) {
        return true;
    }

    /** The beginning of a run is no sign of its success, so silence goes on. */
    @Override
    public HeartbeatInbox with(Pulse pulse, Duration time) {
        return switch (pulse) {
            case Pulse.Started _ -> new HeartbeatInbox(terms, last, quietSince, Optional.of(time), time);
            case Pulse.Succeeded _ -> new HeartbeatInbox(terms, succeeded(time), time, Optional.empty(), time);
            case Pulse.Failed(var reason) ->
                new HeartbeatInbox(terms, new Answer.Down(Layer.ANSWER, reason), time, Optional.empty(), time);
        };
    }

    private Answer succeeded(Duration time) {
        return running.map(time::minus)
                .filter(this::isLong)
                .<Answer>map(took ->
                        new Answer.Slow("the run took %s, more than %s".formatted(Answer.readable(took), limit())))
                .orElseGet(Answer.Up::new);
    }

    @Override
    public HeartbeatInbox at(Duration time) {
        return new HeartbeatInbox(terms, last, quietSince, running, time);
    }

    @Override
    public Answer answer() {
        if (now.minus(quietSince).compareTo(terms.patience()) > 0) {
            return new Answer.Down(Layer.TRANSPORT, "no call within " + Answer.readable(terms.patience()));
        }
        var runsLong = running.map(now::minus).filter(this::isLong).isPresent();
        return runsLong && !(last instanceof Answer.Down)
                ? new Answer.Slow("the run is not over after " + limit())
                : last;
    }

    private boolean isLong(Duration run) {
        return terms.within().filter(limit -> run.compareTo(limit) > 0).isPresent();
    }

    private String limit() {
        return terms.within().map(Answer::readable).orElse("");
    }
}
