package dev.backonline.bot.alarm;

import dev.backonline.incident.Alarm;
import dev.backonline.outbox.StoreUnavailable;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks out for everything that operators must know, and has them told. Used by one thread where nothing else is said. */
public final class Watchtower {
    private final Ward ward;
    private final Rations rations;
    private final Endings endings;
    private final Siren siren;
    private final Blackout blackout = new Blackout();

    public Watchtower(Ward ward, Rations rations, Endings endings, Siren siren) {
        this.endings = endings;
        this.ward = ward;
        this.rations = rations;
        this.siren = siren;
    }

    /** The channels whose credentials end soon; at any time, by any thread. */
    public List<String> ending(Instant now) {
        return endings.channels(now);
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
