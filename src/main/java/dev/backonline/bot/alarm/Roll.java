package dev.backonline.bot.alarm;

import dev.backonline.bot.desk.Witness;
import dev.backonline.incident.Alarm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The alarms that stand, as one observer knows them: their beginning and their end are noted once each. Used by one thread at a time. */
public final class Roll {
    private final Witness witness;
    private final Map<String, Alarm> standing = new LinkedHashMap<>();

    public Roll(Witness witness) {
        this.witness = witness;
    }

    /** The same, found out only if anybody hears of it. */
    public void call(Supplier<List<Alarm>> alarms) {
        if (witness.hearsAlarms()) {
            call(alarms.get());
        }
    }

    /** These stand now, and no others. */
    public void call(List<Alarm> alarms) {
        var now = new LinkedHashMap<String, Alarm>();
        alarms.forEach(alarm -> now.putIfAbsent(alarm.key(), alarm));
        standing.values().stream().filter(one -> !now.containsKey(one.key())).forEach(witness::cleared);
        now.values().stream().filter(one -> !standing.containsKey(one.key())).forEach(witness::raised);
        standing.clear();
        standing.putAll(now);
    }

    public List<Alarm> standing() {
        return List.copyOf(standing.values());
    }
}
