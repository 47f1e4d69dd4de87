package dev.backonline.config;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import dev.backonline.check.Receiving;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Rule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One service as the file describes it: its checks, and how each of them is judged. */
@RegisterForReflection
public record ServicePlan(Service service, List<CheckPlan<?>> checks, List<Rule> rules) {
    public ServicePlan {
        checks = List.copyOf(checks);
        rules = List.copyOf(rules);
    }

    static ServicePlan of(ServiceId id, ServiceSettings settings) {
        var service = new Service(
                id, settings.name(), settings.group(), Set.copyOf(settings.dependsOn()), settings.workaround());
        var checks = CheckPlan.of(id.value(), settings.checks());
        var rules = IntStream.range(0, checks.size())
                .mapToObj(index -> rule(checks.get(index), settings.checks().get(index), settings))
                .toList();
        return new ServicePlan(service, checks, rules);
    }

    private static Rule rule(CheckPlan<?> plan, ChosenCheck<?> chosen, ServiceSettings settings) {
        var impact = chosen.common().impact().state();
        return plan.address().isPresent()
                ? new Rule(plan.id(), Receiving.AFFIRMED_EVERY, impact, Confirmation.ONCE, Confirmation.ONCE)
                : new Rule(plan.id(), plan.every(), impact, settings.fails(), settings.recovers());
    }

    /** One of {@code services}. */
    record ServiceSettings(
            @Setting(value = "The name that people know, as one text or by language.", example = "Messages")
            Translated name,

            @Setting(value = "Services of one group share an incident.", example = "family")
            Optional<Group> group,

            @Setting(
                    value = "What is asked of the service, again and again.",
                    fallback = "[]",
                    example = "[ { type: http, url: https://chat.example.org/health } ]")
            List<ChosenCheck<?>> checks,

            @Setting(
                    value =
                            "How many of a check's newest answers must be failures. What a `heartbeat` or a `signal` is told counts at once.",
                    fallback = "3 of 5")
            Confirmation fails,

            @Setting(
                    value = "How many of a check's newest answers must be good again; as with `fails`.",
                    fallback = "3 of 3")
            Confirmation recovers,

            @Setting(
                    value = "Services that this one needs: it joins their incident.",
                    fallback = "[]",
                    example = "[chat]")
            List<ServiceId> dependsOn,

            @Setting(
                    value = "What people can do meanwhile; it is told in the posts.",
                    example = "{ en: \"Calls still work.\" }")
            Optional<Translated> workaround) {}

    /** Follows {@code depends-on} from service to service, whatever else is wrong with these: each should exist, and none in a circle. */
    static final class Dependencies {
        private final Map<String, Map<String, Spot>> needs = new LinkedHashMap<>();
        private final Set<String> followed = new HashSet<>();

        private Dependencies(Spot root) {
            Optional.ofNullable(root.children().get("services"))
                    .ifPresent(services -> services.children().forEach((id, service) -> needs.put(id, needs(service))));
        }

        static void check(Spot root) {
            var dependencies = new Dependencies(root);
            dependencies.needs.keySet().forEach(id -> dependencies.follow(id, List.of()));
        }

        private static Map<String, Spot> needs(Spot service) {
            return Optional.ofNullable(service.children().get("depends-on"))
                    .flatMap(Spot::items)
                    .orElse(List.of())
                    .stream()
                    .filter(Spot::isText)
                    .collect(Collectors.toMap(
                            it -> it.text().orElse(""), it -> it, (first, _) -> first, LinkedHashMap::new));
        }

        private void follow(String id, List<String> way) {
            if (!followed.add(id)) {
                return;
            }
            var further = new ArrayList<>(way);
            further.add(id);
            needs.getOrDefault(id, Map.of()).forEach((needed, spot) -> {
                if (!needs.containsKey(needed)) {
                    spot.wrong("names no known service '%s'".formatted(Spot.shown(needed))
                            + ConfigMistake.known(needed, needs.keySet()));
                } else if (further.contains(needed)) {
                    spot.wrong("closes a circle: " + circle(further, needed));
                } else {
                    follow(needed, further);
                }
            });
        }

        private static String circle(List<String> way, String first) {
            return String.join(" → ", way.subList(way.indexOf(first), way.size())) + " → " + first;
        }
    }
}
