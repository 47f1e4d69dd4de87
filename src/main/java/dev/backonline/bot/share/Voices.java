package dev.backonline.bot.share;

import dev.backonline.bot.watch.Hearsay;
import dev.backonline.channel.Clock;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.config.ServicePlan;
import dev.backonline.store.share.Word;
import dev.backonline.verdict.Standard;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What each check answers, whoever asks it. What is asked here is said as long as it is news; what is asked elsewhere is answered again
 * at the check's own pace for as long as its process says that nothing else was seen. So every process judges by the same answers.
 */
final class Voices implements Hearsay {
    /** Ours: an answer may be noted a little after its time, and two reads of the database's clock differ by a statement. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private final Map<CheckId, Score> scores = new HashMap<>();
    private final Map<Place, Utterance> voices = new ConcurrentHashMap<>();
    private final Queue<Heard> inbox = new ConcurrentLinkedQueue<>();
    private final Lectern lectern;
    private final Location here;
    private final String me;
    private final Clock clock;
    private volatile Set<Integer> held = Set.of();
    private volatile Vitals marks = Vitals.NONE;

    /** Who is asked, from where. */
    private record Place(Location location, CheckId check) {}

    /** How a check is asked and judged: an answer is in {@code patience} after its slot at the latest. */
    private record Score(int share, Duration every, Duration patience, int memory) {}

    /** What was read at one time. */
    private record Heard(List<Word.Read> words, Instant at) {}

    Voices(BotConfig config, Location here, String me, Lectern lectern, Clock clock) {
        this.here = here;
        this.me = me;
        this.lectern = lectern;
        this.clock = clock;
        config.services().forEach(service -> service.standard().ifPresent(standard -> note(service, standard)));
    }

    private void note(ServicePlan service, Standard standard) {
        var plans = new HashMap<CheckId, CheckPlan<?>>();
        service.checks().forEach(plan -> plans.put(plan.id(), plan));
        standard.rules()
                .forEach(rule -> Optional.ofNullable(plans.get(rule.check()))
                        .filter(plan -> plan.address().isEmpty())
                        .ifPresent(plan -> scores.put(
                                rule.check(),
                                new Score(
                                        Lot.of(rule.check()),
                                        plan.every(),
                                        plan.timeout().plus(SLACK),
                                        rule.memory()))));
    }

    /** These shares of our location are asked here from now on, and no others. */
    void hold(Set<Integer> shares) {
        held = Set.copyOf(shares);
    }

    boolean isHeld(CheckId check) {
        return held.contains(Lot.of(check));
    }

    @Override
    public void believed(Observation seen) {
        var score = scores.get(seen.check());
        if (score != null && held.contains(score.share())) {
            voices.compute(new Place(here, seen.check()), (place, before) -> said(score, place, before, seen));
        }
    }

    private Utterance said(Score score, Place place, @Nullable Utterance before, Observation seen) {
        var after = before == null
                ? Utterance.first(me, seen.answer(), seen.at(), score.memory())
                : before.after(me, seen.answer(), seen.at(), score.memory());
        if (before == null || before.isNews(me, seen.answer())) {
            var share = new Lot(here, score.share()).toString();
            lectern.say(
                    new Word.Answered(share, here, place.check(), seen.answer(), seen.took(), after.steady()),
                    Duration.between(seen.at(), clock.now()));
        }
        return after;
    }

    /** These were read just now, and count together from the next {@link #feed} on: what was bad and is good again is not told. */
    void hear(List<Word.Read> words) {
        if (!words.isEmpty()) {
            inbox.add(new Heard(words, clock.now()));
        }
    }

    /** Every word that is covered by these marks has been heard. */
    void mark(Vitals read) {
        marks = read;
    }

    /** Hands on, in its order, all that is known by now of what is asked elsewhere. By one thread, before it is judged. */
    void feed(Consumer<Observation> told) {
        var covered = marks;
        for (var heard = inbox.poll(); heard != null; heard = inbox.poll()) {
            for (var read : heard.words()) {
                if (read.word() instanceof Word.Answered said) {
                    heed(said, read.writer(), heard.at().minus(read.age()), told);
                }
            }
        }
        voices.forEach((place, _) -> repeat(place, covered, told));
    }

    private void heed(Word.Answered said, String writer, Instant at, Consumer<Observation> told) {
        var score = scores.get(said.check());
        if (score == null) {
            return;
        }
        var voice = voices.compute(new Place(said.location(), said.check()), (_, before) -> {
            var after = before == null
                    ? Utterance.first(writer, said.answer(), at, score.memory())
                    : before.after(writer, said.answer(), later(at, before.at()), score.memory());
            return said.steady() ? after.steadied() : after;
        });
        told.accept(new Observation(said.check(), said.location(), voice.at(), said.took(), said.answer()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void repeat(Place place, Vitals covered, Consumer<Observation> told) {
        var score = Optional.ofNullable(scores.get(place.check())).orElseThrow();
        covered.of(place.location(), score.share())
                .ifPresent(mark -> voices.computeIfPresent(place, (_, voice) -> {
                    if (!voice.steady() || !voice.speaker().equals(mark.owner())) {
                        return voice;
                    }
                    var from = later(voice.at(), mark.taken());
                    var known = Duration.between(from, mark.marked().minus(score.patience()));
                    var times = known.isNegative() ? 0 : known.dividedBy(score.every());
                    for (var time = Math.max(1, times - score.memory() + 1); time <= times; time++) {
                        var at = from.plus(score.every().multipliedBy(time));
                        told.accept(
                                new Observation(place.check(), place.location(), at, Duration.ZERO, voice.answer()));
                    }
                    return times > 0 ? voice.until(from.plus(score.every().multipliedBy(times))) : voice;
                }));
    }

    @Override
    public Map<CheckId, Instant> known() {
        var covered = marks;
        var now = clock.nanos().getAsLong();
        var known = new HashMap<CheckId, Instant>();
        voices.forEach((place, voice) -> {
            var score = Optional.ofNullable(scores.get(place.check())).orElseThrow();
            covered.of(place.location(), score.share())
                    .filter(mark -> mark.owner().equals(voice.speaker()) && covered.isFresh(mark, now))
                    .map(mark -> mark.marked().minus(score.patience()))
                    .ifPresent(until -> known.merge(place.check(), until, Voices::earlier));
        });
        return known;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** After our wall clock was moved. */
    void moved(Duration by) {
        voices.replaceAll((_, voice) -> voice.until(voice.at().plus(by)));
        marks = marks.moved(by);
    }
}
