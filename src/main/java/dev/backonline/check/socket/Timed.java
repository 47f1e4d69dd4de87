package dev.backonline.check.socket;

import dev.backonline.check.Answer;
import dev.backonline.check.Check;
import java.time.Duration;

/** A check whose success should come within a limit. */
record Timed(Check check, Duration limit) implements Check {
    @Override
    public Answer ask() {
        var began = System.nanoTime();
        var answer = check.ask();
        var took = Duration.ofNanos(System.nanoTime() - began);
        return answer instanceof Answer.Up ? Answer.upAfter(took, limit) : answer;
    }
}
