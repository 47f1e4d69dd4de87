package dev.backonline.bot.crash;

import java.util.Map;
import java.util.TreeMap;

/** What came of one history or several, as counts with names. */
record Figures(Map<String, Integer> counts) {
    Figures() {
        this(new TreeMap<>());
    }

    void count(String name, int more) {
        counts.merge(name, more, Integer::sum);
    }

    void add(Figures other) {
        other.counts.forEach(this::count);
    }

    int of(String name) {
        return counts.getOrDefault(name, 0);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
