package dev.backonline.bot.playback;

import dev.backonline.bot.playback.Sightings.Stir;
import dev.backonline.bot.playback.VirtualOperation.Audience;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plays recorded answers through the real operation, from event to event: an answer that may teach something, the moment at which
 * something known is forgotten, or the one at which the engine has something to say. Between these nothing is simulated.
 */
public final class Playback {
    private final VirtualOperation operation;
    private final Sightings sightings;
    private final Chorus chorus;
    private final Map<ServiceId, Player> services = new LinkedHashMap<>();
    private final TreeSet<Player> queue =
            new TreeSet<>(Comparator.comparing(Player::next).thenComparingInt(Player::number));
    private final Set<Player> resting = new LinkedHashSet<>();
    private final Foresight foresight = new Foresight();
    private final List<Change> changes = new ArrayList<>();
    private final List<Posting> posts = new ArrayList<>();
    private final Instant start;
    private Instant due = Instant.MAX;
    private boolean doubted;
    private long news = 1;

    /** Nothing is played yet. The configuration should have canaries only if there are tapes of them. */
    public Playback(BotConfig config, List<Tape> tapes) {
        this(config, tapes, 0, 1);
    }

    /** One part of so many: no other names an incident as this one does. */
    public Playback(BotConfig config, List<Tape> tapes, int part, int parts) {
        start = tapes.stream()
                .flatMap(tape -> tape.shots().stream().limit(1))
                .map(Shot::at)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        operation = new VirtualOperation(
                config, start, new Audience(changes::add, posts::add), count -> part + count * parts + 1);
        sightings = operation.sightings();
        chorus = new Chorus(!config.canaries().isEmpty());
        var ofServices = new LinkedHashMap<ServiceId, List<Reel>>();
        for (var tape : tapes) {
            switch (tape.subject()) {
                case Tape.OfService(var service, var _, var _) ->
                    ofServices.computeIfAbsent(service, _ -> new ArrayList<>()).add(new Reel(tape));
                case Tape.OfCanary _ -> player(Optional.empty(), List.of(new Reel(tape)));
            }
        }
        ofServices.forEach((service, reels) -> services.put(service, player(Optional.of(service), reels)));
    }

    /** Whether services of such a configuration vouch for each other, or canaries for all. */
    public static boolean isVetted(BotConfig config) {
        return Sightings.isVetted(config);
    }

    private Player player(Optional<ServiceId> service, List<Reel> reels) {
        var player = new Player(queue.size(), service, reels, sightings, chorus);
        queue.add(player);
        return player;
    }

    /** Plays all there is until this time, which is the end. */
    public Performance until(Instant end) {
        for (var now = nextEvent(); !now.isAfter(end); now = nextEvent()) {
            operation.set(now);
            var before = news;
            var planned = !now.isBefore(operation.nextMaintenance());
            news += planned ? 1 : 0;
            play(now, end);
            if (matters(sightings.stir(), end) || planned || !now.isBefore(due)) {
                decide(now, end);
            }
            if (news > before) {
                rouse(now, end);
            }
        }
        return new Performance(start, end, changes, posts);
    }

    /** Never before what was played already. */
    private Instant nextEvent() {
        return Stream.of(
                        queue.isEmpty() ? Instant.MAX : queue.first().next(),
                        due,
                        operation.nextMaintenance(),
                        sightings.expiry().orElse(Instant.MAX),
                        voice().map(Chorus.Voice::at).orElse(Instant.MAX))
                .min(Comparator.naturalOrder())
                .filter(operation.now()::isBefore)
                .orElse(operation.now());
    }

    /** Whoever vouches for our own side next, if somebody waits for that. */
    private Optional<Chorus.Voice> voice() {
        return doubted || sightings.awaitsContact() ? chorus.next(operation.now()) : Optional.empty();
    }

    /** All that happens at this moment. */
    private void play(Instant now, Instant end) {
        while (!queue.isEmpty() && !queue.first().next().isAfter(now)) {
            var player = queue.first();
            player.play(now);
            settle(player, end);
        }
        if (sightings.expiry().filter(at -> !at.isAfter(now)).isPresent()) {
            sightings.expire();
        }
        voice().filter(one -> !one.at().isAfter(now))
                .ifPresent(one -> sightings.observed(
                        one.reel().tape().subject(), one.reel().repeated(one.at())));
    }

    /**
     * Whether there may be anything to decide. That a service in trouble fails once more matters once after any news: that it still
     * fails then may be what a decision waits for.
     */
    private boolean matters(Stir stir, Instant end) {
        news += stir.news() ? 1 : 0;
        var matters = stir.news() || (doubted && stir.vouched());
        for (var service : stir.touched()) {
            var player = services.get(service);
            if (player != null) {
                matters |= sightings.isTroubled(service) && player.isNewTo(news);
                settle(player, end);
            }
        }
        return matters;
    }

    /** Its place in the queue depends on how it goes on. */
    private void settle(Player player, Instant end) {
        queue.remove(player);
        player.settle(end, news);
        queue.add(player);
        if (player.isResting()) {
            resting.add(player);
        } else {
            resting.remove(player);
        }
    }

    /** After any news it may matter to hear from everybody in trouble once more. */
    private void rouse(Instant now, Instant end) {
        for (var player : List.copyOf(resting)) {
            player.wake(now);
            settle(player, end);
        }
    }

    private void decide(Instant now, Instant end) {
        resting.forEach(player -> player.catchUp(now.plusNanos(1)));
        news += operation.review() ? 1 : 0;
        var horizon = operation.nextMaintenance().isBefore(end) ? operation.nextMaintenance() : end;
        var outlook = operation.outlook();
        doubted = sightings.isVetted() && outlook.test(now);
        due = doubted ? Instant.MAX : foresight.first(outlook, now, horizon).orElse(Instant.MAX);
    }
}
