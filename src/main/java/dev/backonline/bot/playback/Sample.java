package dev.backonline.bot.playback;

import dev.backonline.check.Answer;
import java.time.Duration;
import java.time.Instant;

/** One answer of one check as it was recorded, or as a scenario has it. */
public record Sample(Instant at, Duration took, Answer answer) {
    public static Sample of(Instant at, Answer answer) {
        return new Sample(at, Duration.ZERO, answer);
    }
}
