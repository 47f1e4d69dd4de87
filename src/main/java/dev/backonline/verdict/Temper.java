package dev.backonline.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a service went into trouble and out of it lately. Once that is too often it is restless: in trouble until it was calm.
 * {@code last} is the trouble that it was in last.
 */
record Temper(
        Flapping flapping,
        boolean inTrouble,
        List<Instant> changes,
        Optional<Verdict.Trouble> last,
        Optional<Instant> restlessSince) {
    Temper {
        changes = List.copyOf(changes);
    }

    static Temper starting(Flapping flapping, boolean inTrouble) {
        return new Temper(flapping, inTrouble, List.of(), Optional.empty(), Optional.empty());
    }

    /** After this was found; what nobody knows changes nothing. */
    Temper after(Verdict found, Instant now) {
        if (!flapping.isRecognised()) {
            return this;
        }
        return switch (found) {
            case Verdict.Unknown _ -> this;
            case Verdict.Trouble trouble ->
                inTrouble ? with(changes, Optional.of(trouble)) : changed(Optional.of(trouble), now);
            case Verdict.Healthy healthy -> {
                if (isOver(healthy, now)) {
                    yield starting(flapping, false);
                }
                yield inTrouble ? changed(last, now) : this;
            }
        };
    }

    /** Whether it was restless, and has been calm for long enough. */
    boolean isOver(Verdict found, Instant now) {
        return restlessSince.isPresent()
                && found instanceof Verdict.Healthy healthy
                && !healthy.since().plus(flapping.calm()).isAfter(now);
    }

    /** What is to be thought of what was found. */
    Verdict tempered(Verdict found) {
        if (restlessSince.isEmpty()) {
            return found;
        }
        return switch (found) {
            case Verdict.Unknown _ -> found;
            case Verdict.Trouble trouble -> trouble.retold(restlessSince.get(), trouble.reason() + "; " + flaps());
            case Verdict.Healthy healthy ->
                last.<Verdict>map(trouble -> trouble.retold(
                                restlessSince.get(),
                                "well since %s, but %s; last %s".formatted(healthy.since(), flaps(), trouble.reason())))
                        .orElse(found);
        };
    }

    private Temper with(List<Instant> changed, Optional<Verdict.Trouble> trouble) {
        return new Temper(flapping, trouble.isPresent(), changed, trouble, restlessSince);
    }

    private Temper changed(Optional<Verdict.Trouble> trouble, Instant now) {
        var recent = new ArrayList<>(changes);
        recent.add(now);
        recent.removeIf(change -> change.plus(flapping.within()).isBefore(now));
        var tooOften = recent.size() >= flapping.changes();
        var since = restlessSince.or(() -> tooOften ? trouble.map(Verdict::since) : Optional.empty());
        return new Temper(flapping, !inTrouble, recent, trouble, since);
    }

    private String flaps() {
        return "flapping (%s), until it is well for %s".formatted(flapping, Flapping.readable(flapping.calm()));
    }
}
