package dev.backonline.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Follows {@code depends-on} from service to service, whatever else is wrong with these: each should exist, and none in a circle. */
final class Dependencies {
    private final Map<String, Map<String, Entry>> needs = new LinkedHashMap<>();
    private final Set<String> followed = new HashSet<>();

    private Dependencies(Entry root) {
        Optional.ofNullable(root.children().get("services"))
                .ifPresent(services -> services.children().forEach((id, service) -> needs.put(id, needs(service))));
    }

    static void check(Entry root) {
        var dependencies = new Dependencies(root);
        dependencies.needs.keySet().forEach(id -> dependencies.follow(id, List.of()));
    }

    private static Map<String, Entry> needs(Entry service) {
        return Optional.ofNullable(service.children().get("depends-on"))
                .flatMap(Entry::items)
                .orElse(List.of())
                .stream()
                .filter(Entry::isText)
                .collect(Collectors.toMap(
                        it -> it.text().orElse(""), it -> it, (first, _) -> first, LinkedHashMap::new));
    }

    private void follow(String id, List<String> way) {
        if (!followed.add(id)) {
            return;
        }
        var further = new ArrayList<>(way);
        further.add(id);
        needs.getOrDefault(id, Map.of()).forEach((needed, entry) -> {
            if (!needs.containsKey(needed)) {
                entry.wrong("names no known service '%s'".formatted(Entry.shown(needed))
                        + ConfigMistake.known(needed, needs.keySet()));
            } else if (further.contains(needed)) {
                entry.wrong("closes a circle: " + circle(further, needed));
            } else {
                follow(needed, further);
            }
        });
    }

    private static String circle(List<String> way, String first) {
        return String.join(" → ", way.subList(way.indexOf(first), way.size())) + " → " + first;
    }
}
