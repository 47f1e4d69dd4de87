package dev.backonline.channel.courier;

import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Sighting;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.util.Optional;

/** One attempt at one delivery: freeze, commit, and only then write to the socket. */
record Attempt(Line line, Composer composer, Round round, Sickness sickness) {

    void at(Composer.Task task) {
        var repeated = task.delivery().frozen().filter(frozen -> frozen.saying() == task.saying());
        if (repeated.isPresent()) {
            send(task, repeated.get());
        } else if (isLookedUp() && !task.isEdit(line)) {
            var begun = round.now();
            var newest = line.channel().newest(begun);
            round.gate().heard(newest);
            afterLook(task, begun, newest);
        } else {
            compose(task, Optional.empty());
        }
    }

    private boolean isLookedUp() {
        return switch (line.capabilities().repeat()) {
            case Repeat.Keyed _, Repeat.LookUp _ -> true;
            case Repeat.Same _, Repeat.Blind _ -> false;
        };
    }

    /** What is older than our newest post of now cannot be the one that we are about to make. */
    private void afterLook(Composer.Task task, Instant begun, Sighting newest) {
        switch (newest) {
            case Sighting.Seen(var posted) -> compose(task, Optional.of(posted).map(Posted::id));
            case Sighting.Nothing _ -> compose(task, Optional.empty());
            case Sighting.Unavailable unavailable -> {
                var delivery = task.delivery();
                round.journal().lookedUp(delivery, begun, unavailable);
                round.step(delivery, round.aftermath().postponed(delivery, unavailable, round.now()));
            }
        }
    }

    private void compose(Composer.Task task, Optional<String> newest) {
        var begun = round.now();
        var composed = composer.compose(line, task, begun, newest);
        round.journal().prepared(task.delivery(), begun, composed.isPresent());
        composed.ifPresentOrElse(
                frozen -> send(task, frozen),
                () -> round.step(
                        task.delivery(),
                        task.delivery()
                                .abandoned("no wording of '%s' fits into %d %s"
                                        .formatted(
                                                task.saying().key(),
                                                line.limit().most(),
                                                line.limit().unit()))));
    }

    private void send(Composer.Task task, Frozen frozen) {
        var ready = task.delivery();
        var stopwatch = round.stopwatch();
        round.step(ready, ready.sending(frozen, round.lease(ready))).ifPresent(sending -> {
            if (round.isLate(stopwatch)) {
                round.step(sending, sending.afresh(round.now(), "too late after the claim: nothing was written"));
            } else {
                var channel = line.channel();
                var begun = round.now();
                var outcome = frozen.edit() ? channel.edit(frozen, begun) : channel.send(frozen, begun);
                round.journal().attempted(sending, begun, outcome);
                conclude(task, sending, frozen, outcome);
            }
        });
    }

    private void conclude(Composer.Task task, Delivery sending, Frozen frozen, Outcome outcome) {
        round.gate().heard(outcome, round.now());
        vain(outcome, frozen)
                .ifPresentOrElse(
                        why -> round.step(sending, sending.anew(round.now(), why), task.vanished(frozen)),
                        () -> round.step(sending, round.aftermath().of(sending, outcome, round.now())));
        if (outcome instanceof Outcome.AuthInvalid(var fix)) {
            sickness.refused(fix);
        }
    }

    /**
     * Why it has to be told without what it replies to or edits, if so. An edit creates nothing, so whatever becomes of it a post of its
     * own is none too many; and whether the post can't be edited or all of the room is gone, that post shows.
     */
    private static Optional<String> vain(Outcome outcome, Frozen frozen) {
        return switch (outcome) {
            case Outcome.ParentGone(var reason) when frozen.edit() || !frozen.doubted() -> Optional.of(reason);
            case Outcome.Rejected(var fix) when frozen.edit() -> Optional.of(fix);
            case Outcome.TargetGone(var fix) when frozen.edit() -> Optional.of(fix);
            case Outcome.ParentGone _,
                    Outcome.Rejected _,
                    Outcome.TargetGone _,
                    Outcome.Delivered _,
                    Outcome.AcceptedNoId _,
                    Outcome.AlreadyExists _,
                    Outcome.Throttled _,
                    Outcome.NotSent _,
                    Outcome.AuthInvalid _,
                    Outcome.TargetMoved _,
                    Outcome.Unknown _ -> Optional.empty();
        };
    }
}
