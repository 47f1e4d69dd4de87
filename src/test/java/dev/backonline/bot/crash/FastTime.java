package dev.backonline.bot.crash;

import dev.backonline.channel.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time that runs faster than ours, the same in every process that was told when it began: settling times become affordable. */
record FastTime(Instant began, int speed) {
    Instant now() {
        return began.plus(Duration.between(began, Instant.now()).multipliedBy(speed));
    }

    Clock clock() {
        return new Clock(this::now, () -> System.nanoTime() * speed);
    }
}
