package dev.backonline.bot.crash;

import java.util.List;
import java.util.random.RandomGenerator;

/** Where one life ends. */
sealed interface CrashPoint {
    /** So long a life that does not come to its point is ended wherever it is. */
    int LONGEST_MILLIS = 2_000;

    /** Writes that come once in a life, if at all. */
    List<String> SELDOM = List.of("UNKNOWN", "READY", "HELD", "SUPERSEDED", "DECIDED");

    /** At one write of the engine's. */
    record AtWrite(Trap.Spot spot) implements CrashPoint {}

    /** At the so-manieth post at a server; {@code created}: whether it is created, then or after the engine's end. */
    record AtPost(Networks.Moment moment, int count, boolean created) implements CrashPoint {}

    /** Anywhere. */
    record AtTime(int millis) implements CrashPoint {}

    static CrashPoint drawn(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3, 4 -> new AtWrite(spot(random));
            case 5 -> new AtPost(Networks.Moment.ARRIVED, 1 + random.nextInt(20), random.nextBoolean());
            case 6 -> new AtPost(Networks.Moment.CREATED, 1 + random.nextInt(20), true);
            default -> new AtTime(random.nextInt(1_200));
        };
    }

    static Trap.Spot spot(RandomGenerator random) {
        var when = random.nextBoolean() ? "before" : "after";
        return switch (random.nextInt(6)) {
            case 0, 1 -> new Trap.Spot(when, "SENDING", 1 + random.nextInt(15));
            case 2, 3 -> new Trap.Spot(when, "SENT", 1 + random.nextInt(15));
            case 4 -> new Trap.Spot(when, SELDOM.get(random.nextInt(SELDOM.size())), 1);
            default -> new Trap.Spot(when, "ANY", 1 + random.nextInt(60));
        };
    }
}
