package dev.backonline.bot.rehearsal;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.backonline.bot.playback.Performance;
import dev.backonline.bot.playback.Playback;
import dev.backonline.bot.setup.Configuration;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What may happen to services, each by a name and in one sentence. */
public enum Scenario {
    BLIP("The first service fails for two answers, and is well again.", ofMinutes(30), Scenario::blip),
    FLAPPING("The first service fails and answers in turns, for half an hour.", ofHours(2), Scenario::flapping),
    GROUP_OUTAGE(
            "The services of a group fail one after another within a minute, and come back one after another.",
            ofHours(2),
            Scenario::groupOutage),
    OWN_NETWORK_DOWN(
            "Our own network fails for a quarter of an hour: nothing answers, canaries included.",
            ofHours(1),
            Scenario::ownNetworkDown),
    DAY_LONG("The first service fails for 24 hours.", ofHours(26), Scenario::dayLong),
    RELAPSE(
            "The first service is slow, fails, is well for 12 minutes, and fails once more.",
            ofHours(2),
            Scenario::relapse),
    EVERYTHING_DOWN(
            "Every service fails within half a minute, while canaries answer; after 45 minutes all are well.",
            ofHours(2),
            Scenario::everythingDown),
    MAINTENANCE(
            "The first service is maintained for an hour, which was planned a day before; it takes 8 minutes longer.",
            ofHours(28),
            Scenario::maintenance);

    /** An evening in winter; what comes of a scenario is the same whenever it is played. */
    public static final Instant BEGIN = Instant.parse("2026-11-24T20:00:00Z");

    /** Well for so long before anything happens. */
    static final Duration CALM = ofMinutes(4);

    private final String sentence;
    private final Duration length;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method, which holds nothing
    private final Consumer<Cast> plot;

    Scenario(String sentence, Duration length, Consumer<Cast> plot) {
        this.sentence = sentence;
        this.length = length;
        this.plot = plot;
    }

    /** As it is named on the command line. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String sentence() {
        return sentence;
    }

    public static Optional<Scenario> named(String title) {
        return Arrays.stream(values()).filter(one -> one.title().equals(title)).findFirst();
    }

    public static List<String> titles() {
        return Arrays.stream(values()).map(Scenario::title).toList();
    }

    /** Plays it with the services of this configuration. */
    public Performance played(BotConfig config) {
        var cast = new Cast(config, BEGIN);
        plot.accept(cast);
        return new Playback(cast.config(), cast.tapes()).until(BEGIN.plus(length));
    }

    private static ServiceId first(Cast cast) {
        return cast.services().getFirst();
    }

    /** Two answers whatever the interval: the third is good again. */
    private static void blip(Cast cast) {
        var every = cast.every(first(cast));
        cast.fails(first(cast), CALM).isWell(first(cast), CALM.plus(every.multipliedBy(2)));
    }

    private static void flapping(Cast cast) {
        var turn = cast.every(first(cast)).multipliedBy(4);
        var end = CALM.plusMinutes(30);
        for (var at = CALM; at.compareTo(end) < 0; at = at.plus(turn.multipliedBy(2))) {
            cast.fails(first(cast), at).isWell(first(cast), at.plus(turn));
        }
    }

    private static void groupOutage(Cast cast) {
        var after = CALM;
        for (var service : cast.group()) {
            cast.fails(service, after)
                    .isWell(
                            service,
                            after.plusMinutes(25).plus(after.minus(CALM).multipliedBy(8)));
            after = after.plusSeconds(25);
        }
    }

    private static void ownNetworkDown(Cast cast) {
        cast.canariesFail(CALM).canariesAreWell(CALM.plusMinutes(15));
        cast.services()
                .forEach(service -> cast.isUnreachable(service, CALM.plusSeconds(1))
                        .isWell(service, CALM.plusMinutes(15).plusSeconds(1)));
    }

    private static void dayLong(Cast cast) {
        cast.fails(first(cast), CALM).isWell(first(cast), CALM.plusHours(24));
    }

    private static void relapse(Cast cast) {
        var service = first(cast);
        cast.isSlow(service, CALM)
                .fails(service, CALM.plusMinutes(5))
                .isWell(service, CALM.plusMinutes(13))
                .fails(service, CALM.plusMinutes(25))
                .isWell(service, CALM.plusMinutes(33));
    }

    private static void everythingDown(Cast cast) {
        var count = cast.services().size();
        for (var index = 0; index < count; index++) {
            var service = cast.services().get(index);
            cast.fails(service, CALM.plus(ofSeconds(30).multipliedBy(index).dividedBy(count)))
                    .isWell(service, CALM.plusMinutes(45).plusSeconds(index * 20L));
        }
    }

    private static void maintenance(Cast cast) {
        var begin = ofHours(26);
        cast.isMaintained(first(cast), begin, begin.plusHours(1))
                .fails(first(cast), begin.plusMinutes(10))
                .isWell(first(cast), begin.plusMinutes(68));
    }

    /** The built-in example that is rehearsed when there is no file. */
    public static final class RehearsalFile {
        private static final String RESOURCE = "/rehearsal/backonline.yaml";

        private RehearsalFile() {}

        public static Result read(Configuration configuration) {
            try (var file = Objects.requireNonNull(Scenario.class.getResourceAsStream(RESOURCE))) {
                var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                return configuration.read("rehearsal.yaml", text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
