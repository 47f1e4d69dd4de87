package dev.backonline.incident.alarm;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Transition.Alarmed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one alarm of very many of one kind: hundreds of posts that are held are one thing to know. Pure. {@code told}: what is told to stand. */
public record Storm(List<Alarmed> told) {
    /** Ours: so many of one kind are told one by one. */
    private static final int MOST = 5;

    public Storm {
        told = List.copyOf(told);
    }

    /** What is to be told to stand, of all that stands. What is told one by one already goes on so. */
    public List<Alarm> calmed(List<Alarm> standing) {
        var kinds =
                standing.stream().collect(Collectors.groupingBy(Alarm::kind, LinkedHashMap::new, Collectors.toList()));
        var calm = new ArrayList<Alarm>();
        kinds.forEach((kind, alarms) -> calm.addAll(calmed(kind, alarms)));
        return calm;
    }

    private List<Alarm> calmed(String kind, List<Alarm> alarms) {
        var keys = told.stream().map(Alarmed::key).collect(Collectors.toSet());
        var many = new Alarm.Many(kind, alarms.size(), alarms.getFirst().why());
        var untold =
                alarms.stream().filter(alarm -> !keys.contains(alarm.key())).toList();
        if (untold.isEmpty() || !(keys.contains(many.key()) || alarms.size() > MOST)) {
            return alarms;
        }
        return oneByOne(alarms, keys, many);
    }

    private static List<Alarm> oneByOne(List<Alarm> alarms, Set<String> keys, Alarm.Many many) {
        var calm = new ArrayList<>(
                alarms.stream().filter(alarm -> keys.contains(alarm.key())).toList());
        calm.add(many);
        return calm;
    }
}
