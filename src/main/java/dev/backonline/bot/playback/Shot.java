package dev.backonline.bot.playback;

import dev.backonline.check.Answer;
import java.time.Duration;
import java.time.Instant;

/** One answer of one check as it was recorded, or as a scenario has it. */
public record Shot(Instant at, Duration took, Answer answer) {
    public static Shot of(Instant at, Answer answer) {
        return new Shot(at, Duration.ZERO, answer);
    }
}
