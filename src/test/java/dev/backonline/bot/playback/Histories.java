package dev.backonline.bot.playback;

import dev.backonline.bot.playback.Course.OfCanary;
import dev.backonline.bot.playback.Course.OfService;
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
    public static List<Course> of(BotConfig config, Random random) {
        var courses = new ArrayList<Course>();
        for (var plan : config.services()) {
            for (var rule : plan.rules()) {
                courses.add(new Course(
                        new OfService(plan.service().id(), rule), rule.every(), true, samples(random, rule.every())));
            }
        }
        for (var canary : config.canaries()) {
            courses.add(new Course(new OfCanary(canary.id()), canary.every(), true, samples(random, canary.every())));
        }
        return courses;
    }

    private static List<Sample> samples(Random random, Duration every) {
        var samples = new ArrayList<Sample>();
        var at = START.plusMillis(random.nextLong(every.toMillis()));
        samples.add(Sample.of(at, new Answer.Up()));
        while (at.isBefore(START.plus(LENGTH))) {
            at = at.plusMillis(random.nextLong(Duration.ofHours(3).toMillis()));
            for (var turn = random.nextInt(6); turn >= 0; turn--) {
                samples.add(Sample.of(at, bad(random)));
                at = at.plusMillis(every.toMillis() * (1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 8)));
                samples.add(Sample.of(at, new Answer.Up()));
                at = at.plusMillis(every.toMillis() * (1 + random.nextInt(8)));
            }
        }
        return samples;
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
    public static List<Course> spelledOut(List<Course> courses) {
        return courses.stream().map(Histories::spelledOut).toList();
    }

    private static Course spelledOut(Course course) {
        var all = new ArrayList<Sample>();
        for (var index = 0; index < course.samples().size(); index++) {
            var sample = course.samples().get(index);
            var end = index + 1 < course.samples().size()
                    ? course.samples().get(index + 1).at()
                    : START.plus(LENGTH).plusSeconds(60);
            for (var at = sample.at(); at.isBefore(end); at = at.plus(course.every())) {
                all.add(new Sample(at, Duration.ZERO, sample.answer()));
            }
        }
        return new Course(course.subject(), course.every(), false, all);
    }
}
