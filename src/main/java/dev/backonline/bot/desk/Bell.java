package dev.backonline.bot.desk;

import dev.backonline.incident.Alarm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Rings when an alarm begins to stand, and when it no longer does. Not for several threads at once. */
public final class Bell {
    private final Witness witness;
    private final Map<String, Alarm> standing = new LinkedHashMap<>();

    public Bell(Witness witness) {
        this.witness = witness;
    }

    /** {@code alarms}: all that stand now, found out only if anybody hears of it. */
    public void ring(Supplier<List<Alarm>> alarms) {
        if (witness.hearsAlarms()) {
            ring(alarms.get());
        }
    }

    private void ring(List<Alarm> alarms) {
        var now = new LinkedHashMap<String, Alarm>();
        alarms.forEach(alarm -> now.put(alarm.key(), alarm));
        standing.values().stream().filter(one -> !now.containsKey(one.key())).forEach(witness::cleared);
        now.values().stream().filter(one -> !standing.containsKey(one.key())).forEach(witness::raised);
        standing.clear();
        standing.putAll(now);
    }
}
