package dev.backonline.bot.playback;

import dev.backonline.catalog.ServiceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is played together: all checks of one service, or one canary. It is idle while all of its reels only repeat what is known for
 * sure; as soon as one of them has anything else to say, all are heard again, with what they said just before. In trouble it rests
 * so only while nobody waits to hear that it is still so.
 */
final class Player {
    private final int number;
    private final Optional<ServiceId> service;
    private final List<Reel> reels;
    private final Sightings sightings;
    private final Chorus chorus;
    private boolean idle;
    private Instant change = Instant.MAX;
    private Instant next;
    private long seen;

    /** {@code number}: by which players that are heard at one time take turns. */
    Player(int number, Optional<ServiceId> service, List<Reel> reels, Sightings sightings, Chorus chorus) {
        this.number = number;
        this.service = service;
        this.reels = List.copyOf(reels);
        this.sightings = sightings;
        this.chorus = chorus;
        this.next = soonest();
    }

    Optional<ServiceId> service() {
        return service;
    }

    int number() {
        return number;
    }

    /** When the next thing happens that cannot be left out; {@link Instant#MAX} if nothing will. */
    Instant next() {
        return next;
    }

    private Instant soonest() {
        var heard = reels.stream()
                .map(reel -> idle ? reel.nextShot() : reel.next())
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return heard.isBefore(change) ? heard : change;
    }

    /** Plays what happens at this time, which is its next one. */
    void play(Instant now) {
        if (idle) {
            wake(now);
        }
        for (var reel : reels) {
            if (!reel.next().isAfter(now)) {
                sightings.observed(reel.tape().subject(), reel.play());
            }
        }
        if (!change.isAfter(now)) {
            service.ifPresent(sightings::refresh);
        }
    }

    private record Repeat(Reel reel, Instant at) {}

    /** From now on all its answers are heard again; to be settled afterwards. */
    void wake(Instant now) {
        catchUp(now);
        idle = false;
        reels.forEach(chorus::left);
    }

    /** Says what it went on saying before this time, as far as anybody remembers. */
    void catchUp(Instant before) {
        reels.stream()
                .flatMap(reel -> reel.missed(before).stream().map(at -> new Repeat(reel, at)))
                .sorted(Comparator.comparing(Repeat::at))
                .forEach(one -> sightings.observed(
                        one.reel().tape().subject(), one.reel().repeated(one.at())));
    }

    /** Whether it is in trouble, and only still is. */
    boolean isResting() {
        return idle && isTroubled();
    }

    private boolean isTroubled() {
        return service.filter(sightings::isTroubled).isPresent();
    }

    /** Finds how it goes on from here, after so many news; to be called after anything that may have changed what is known of it. */
    void settle(Instant end, long news) {
        var held = service.filter(sightings::isHeld).isPresent();
        change = Instant.MAX;
        if (!idle && !held) {
            change = service.flatMap(one -> sightings.change(one, earlier(soonest(), end)))
                    .orElse(Instant.MAX);
            if (change.equals(Instant.MAX) && isSteady() && !(isTroubled() && seen < news)) {
                idle = true;
                reels.stream().filter(Reel::isContact).forEach(chorus::joined);
            }
        }
        next = soonest();
    }

    private boolean isSteady() {
        return service.filter(sightings::isRestless).isEmpty()
                && reels.stream().allMatch(reel -> reel.isSteady(sightings.isVetted()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Whether what is known of it is looked at for the first time since this many news. */
    boolean isNewTo(long news) {
        var first = seen < news;
        seen = news;
        return first;
    }
}
