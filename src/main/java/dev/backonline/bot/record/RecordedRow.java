package dev.backonline.bot.record;

import dev.backonline.bot.playback.Shot;
import dev.backonline.bot.record.Mapping.Outcomes;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation.Location;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One row of a record. {@code check} and {@code location} are empty where the record tells none. */
public record RecordedRow(
        int line,
        Instant at,
        String service,
        String check,
        String location,
        Outcomes outcome,
        Optional<Duration> latency) {
    /** As names of locations are limited. */
    private static final int LONGEST = 40;

    public Shot shot() {
        return new Shot(at, latency.orElse(Duration.ZERO), answer());
    }

    /** Whether its check is the one of this id, which is like {@code shop/1-http}: the id, the place or the kind may be written. */
    public boolean isAbout(CheckId id) {
        var place = id.value().substring(id.value().indexOf('/') + 1);
        return id.value().equals(check)
                || place.equals(check)
                || place.substring(0, place.indexOf('-')).equals(check)
                || place.substring(place.indexOf('-') + 1).equals(check);
    }

    /** The location as the bot would be told it; empty where none is told. */
    public Optional<Location> place() {
        var name = location.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Location(name.substring(0, Math.min(name.length(), LONGEST))));
    }

    /** The reasons are the record's: it tells no more. */
    private Answer answer() {
        return switch (outcome) {
            case UP -> new Answer.Up();
            case SLOW -> new Answer.Slow("recorded as slow");
            case DOWN -> new Answer.Down(Answer.Layer.ANSWER, "recorded as down");
            case INCONCLUSIVE -> new Answer.Inconclusive("recorded as inconclusive");
        };
    }
}
