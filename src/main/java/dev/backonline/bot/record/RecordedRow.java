package dev.backonline.bot.record;

import dev.backonline.bot.record.Mapping.Outcomes;
import dev.backonline.bot.rehearsal.Sample;
import dev.backonline.check.Answer;
import java.time.Duration;
import java.time.Instant;
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

    public Sample sample() {
        return new Sample(at, latency.orElse(Duration.ZERO), answer());
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
