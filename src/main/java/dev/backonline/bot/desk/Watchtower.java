package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import dev.backonline.outbox.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks out for everything that operators must know, and has them told. Used by one thread. */
public final class Watchtower {
    private final Ward ward;
    private final Rations rations;
    private final Siren siren;
    private final Blackout blackout = new Blackout();

    public Watchtower(Ward ward, Rations rations, Siren siren) {
        this.ward = ward;
        this.rations = rations;
        this.siren = siren;
    }

    /**
     * Does the work of one round, and tells what stands after it; {@code decided} gives what the engine found. Blocks on the database, and
     * remembers if it is away.
     */
    public void look(Instant now, Runnable work, Supplier<List<Alarm>> decided) {
        try {
            work.run();
            var others = ward.alarms(blackout.over(now).stream(), now);
            var all = Stream.of(decided.get(), rations.alarms(now), others).flatMap(List::stream);
            siren.sound(all.toList(), now);
        } catch (StoreUnavailable away) {
            blackout.noticed(now);
            throw away;
        }
    }
}
