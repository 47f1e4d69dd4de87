package dev.backonline.bot.playback;

import dev.backonline.bot.playback.Tape.OfCanary;
import dev.backonline.bot.playback.Tape.OfService;
import dev.backonline.bot.rehearsal.Scenario;
import dev.backonline.bot.setup.Configuration;
import dev.backonline.check.Answer;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up histories of the built-in example's services: calm for the most part, with blips, outages, slowness and silence. */
public final class Histories {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    public static final Duration LENGTH = Duration.ofHours(12);

    /** What must never be read in public. */
    public static final List<String> PLANTED = List.of(
            "db-7.internal.example",
            "10.20.30.40",
            "http://intranet.example/health?token=made-up",
            "NullPointerException",
            "postgres");

    private Histories() {}

    public static BotConfig config() {
        return switch (Scenario.RehearsalFile.read(Configuration.installed().withoutSecrets())) {
            case Read read -> read.config();
            case dev.backonline.config.ConfigReader.Mistaken mistaken ->
                throw new AssertionError(mistaken.report("").toString());
        };
    }

    /** The same without anything that vouches for our own side. */
    public static BotConfig unguarded() {
        var config = config();
        return config.by(rule -> rule, List.of(), config.publishing());
    }

    /** Of every check of the file; the canaries, if there are any, fail now and then too. */
    public static List<Tape> of(BotConfig config, Random random) {
        var tapes = new ArrayList<Tape>();
        for (var plan : config.services()) {
            for (var rule : plan.rules()) {
                tapes.add(new Tape(
                        new OfService(plan.service().id(), rule), rule.every(), true, shots(random, rule.every())));
            }
        }
        for (var canary : config.canaries()) {
            tapes.add(new Tape(new OfCanary(canary.id()), canary.every(), true, shots(random, canary.every())));
        }
        return tapes;
    }

    private static List<Shot> shots(Random random, Duration every) {
        var shots = new ArrayList<Shot>();
        var at = START.plusMillis(random.nextLong(every.toMillis()));
        shots.add(Shot.of(at, new Answer.Up()));
        while (at.isBefore(START.plus(LENGTH))) {
            at = at.plusMillis(random.nextLong(Duration.ofHours(3).toMillis()));
            for (var turn = random.nextInt(6); turn >= 0; turn--) {
                shots.add(Shot.of(at, bad(random)));
                at = at.plusMillis(every.toMillis() * (1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 8)));
                shots.add(Shot.of(at, new Answer.Up()));
                at = at.plusMillis(every.toMillis() * (1 + random.nextInt(8)));
            }
        }
        return shots;
    }

    private static Answer bad(Random random) {
        var reason = PLANTED.get(random.nextInt(PLANTED.size()));
        return switch (random.nextInt(8)) {
            case 0 -> new Answer.Slow(reason);
            case 1 -> new Answer.Inconclusive(reason);
            default -> new Answer.Down(Answer.Layer.ANSWER, reason);
        };
    }

    /** The same with every single answer written out. */
    public static List<Tape> spelledOut(List<Tape> tapes) {
        return tapes.stream().map(Histories::spelledOut).toList();
    }

    private static Tape spelledOut(Tape tape) {
        var all = new ArrayList<Shot>();
        for (var index = 0; index < tape.shots().size(); index++) {
            var shot = tape.shots().get(index);
            var end = index + 1 < tape.shots().size()
                    ? tape.shots().get(index + 1).at()
                    : START.plus(LENGTH).plusSeconds(60);
            for (var at = shot.at(); at.isBefore(end); at = at.plus(tape.every())) {
                all.add(new Shot(at, Duration.ZERO, shot.answer()));
            }
        }
        return new Tape(tape.subject(), tape.every(), false, all);
    }
}
