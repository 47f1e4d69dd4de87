package dev.backonline.bot.playback;

import dev.backonline.bot.watch.Borders;
import dev.backonline.bot.watch.Judges;
import dev.backonline.bot.watch.Lens;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.verdict.Verdict;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is observed in virtual time, and what came of it; the watch is the one that serves. */
final class Sightings {
    private final VirtualTime time;
    private final Watch watch;
    private final Lens lens;
    private final Foresight foresight = new Foresight();
    private final Set<ServiceId> touched = new LinkedHashSet<>();
    private boolean news;
    private boolean vouched;

    /** What has happened lately: of which services more is known, whether it is anything new, and whether a canary answered. */
    record Stir(Set<ServiceId> touched, boolean news, boolean vouched) {}

    Sightings(BotConfig config, VirtualTime time) {
        var judges = Judges.appointed(config, List.of(), time.now());
        this.time = time;
        this.watch = new Watch(judges, Location.HERE, Borders.of(config).silent(), () -> {});
        this.lens = watch.lens();
    }

    static boolean isVetted(BotConfig config) {
        return Borders.of(config).isNeeded();
    }

    Watch watch() {
        return watch;
    }

    /** Here it is only noted what has changed; see {@link #stir}. */
    void observed(Tape.Subject subject, Observation observation) {
        switch (subject) {
            case Tape.OfService(var service, var _, var _) ->
                step(Optional.of(service), () -> watch.observed(observation));
            case Tape.OfCanary _ -> {
                vouched = true;
                step(Optional.empty(), () -> watch.canaryAnswered(observation));
            }
        }
    }

    /** Forgets what nothing confirmed, of one service. */
    void refresh(ServiceId service) {
        step(Optional.of(service), () -> lens.refresh(service, time.now()));
    }

    /** Gives up what nothing vouched for. */
    void expire() {
        step(Optional.empty(), () -> watch.expire(time.now()));
    }

    /** When there is something to give up. */
    Optional<Instant> expiry() {
        return watch.expiry();
    }

    private void step(Optional<ServiceId> about, Runnable step) {
        var failed = watch.ownSideFails();
        var before = new HashMap<ServiceId, Verdict>();
        about.ifPresent(service -> before.put(service, lens.verdict(service)));
        lens.held().forEach(service -> before.put(service, lens.verdict(service)));
        step.run();
        before.forEach(this::compare);
        news |= failed != watch.ownSideFails();
    }

    private void compare(ServiceId service, Verdict before) {
        var after = lens.verdict(service);
        touched.add(service);
        news |= !before.getClass().equals(after.getClass())
                || !before.state().equals(after.state())
                || !before.since().equals(after.since());
    }

    /** What has happened since this was asked for the last time. */
    Stir stir() {
        var stir = new Stir(Set.copyOf(touched), news, vouched);
        touched.clear();
        news = false;
        vouched = false;
        return stir;
    }

    boolean isHeld(ServiceId service) {
        return lens.held().contains(service);
    }

    boolean isRestless(ServiceId service) {
        return lens.isRestless(service);
    }

    boolean isTroubled(ServiceId service) {
        return lens.verdict(service) instanceof Verdict.Trouble;
    }

    /** When something of a service will be known otherwise, until this time at the latest, if nothing is observed before. */
    Optional<Instant> change(ServiceId service, Instant end) {
        return foresight.first(at -> lens.changesBy(service, at), time.now(), end);
    }

    /** Whether an answer is believed only once something vouched for our own side. */
    boolean isVetted() {
        return watch.isGuarded();
    }

    /** Whether somebody waits for a sign that our own side works. */
    boolean awaitsContact() {
        return watch.ownSideFails() || !lens.held().isEmpty();
    }
}
