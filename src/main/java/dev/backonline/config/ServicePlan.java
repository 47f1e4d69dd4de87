package dev.backonline.config;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import dev.backonline.check.Receiving;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Flapping;
import dev.backonline.verdict.Quorum;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Standard;
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
public record ServicePlan(Service service, List<CheckPlan<?>> checks, Optional<Standard> standard) {
    public ServicePlan {
        checks = List.copyOf(checks);
    }

    static ServicePlan of(ServiceId id, ServiceSettings settings) {
        var service = new Service(
                id, settings.name(), settings.group(), Set.copyOf(settings.dependsOn()), settings.workaround());
        var checks = CheckPlan.of(id.value(), settings.checks());
        var rules = IntStream.range(0, checks.size())
                .mapToObj(index -> rule(checks.get(index), settings.checks().get(index), settings))
                .toList();
        var standard = rules.isEmpty()
                ? Optional.<Standard>empty()
                : Optional.of(new Standard(id, rules, settings.judge(), settings.flapping()));
        return new ServicePlan(service, checks, standard);
    }

    /** How each check is judged. */
    public List<Rule> rules() {
        return standard.map(Standard::rules).orElse(List.of());
    }

    private static Rule rule(CheckPlan<?> plan, ChosenCheck<?> chosen, ServiceSettings settings) {
        var impact = chosen.common().impact().state();
        var locations = chosen.common().locations().orElse(settings.locations());
        return plan.address().isPresent()
                ? new Rule(plan.id(), Receiving.AFFIRMED_EVERY, impact, Confirmation.ONCE, Confirmation.ONCE)
                : new Rule(plan.id(), plan.every(), impact, settings.fails(), settings.recovers(), locations);
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
                    value = "How many checks must be in trouble for the service to be: `any`, `all`, or such as"
                            + " `2 of 3`, which counts all of them. The worst of them says how bad it is.",
                    fallback = "any",
                    example = "2 of 3")
            Quorum judge,

            @Setting(
                    value = "How many locations must agree that a check is in trouble. While fewer are heard from,"
                            + " nothing is known.",
                    fallback = "1",
                    example = "2")
            int locations,

            @Setting(
                    value = "A service that goes into trouble or out of it so often is in trouble until it was well for"
                            + " a third of that time; or `never`.",
                    fallback = "5 in 30m",
                    example = "7 in 1h")
            Flapping flapping,

            @Setting(
                    value = "Services that this one needs: it joins their incident.",
                    fallback = "[]",
                    example = "[chat]")
            List<ServiceId> dependsOn,

            @Setting(
                    value =
                            "What people can do meanwhile, as long as no service is in trouble too that lacks the same text.",
                    example = "{ en: \"Calls still work.\" }")
            Optional<Translated> workaround) {
        ServiceSettings {
            if (locations < 1) {
                throw new IllegalArgumentException("locations should be 1 or more");
            }
            if (!checks.isEmpty()) {
                judge.complaint(checks.size()).ifPresent(said -> {
                    throw new IllegalArgumentException("judge " + said);
                });
            }
        }
    }

    /** Follows {@code depends-on} from service to service, whatever else is wrong with these: each should exist, and none in a circle. */
    static final class Dependencies {
        private final Map<String, Map<String, Spot>> needs = new LinkedHashMap<>();
        private final Set<String> followed = new HashSet<>();

        private Dependencies(Spot root) {
            Optional.ofNullable(root.children().get("services"))
                    .ifPresent(services ->
                            services.children().forEach((id, service) -> needs.put(id, texts(service, "depends-on"))));
        }

        static void check(Spot root) {
            var dependencies = new Dependencies(root);
            dependencies.needs.keySet().forEach(id -> dependencies.follow(id, List.of()));
            dependencies.maintained(root);
        }

        /** What is planned is planned for services and groups that there are. */
        private void maintained(Spot root) {
            var groups = Optional.ofNullable(root.children().get("services")).stream()
                    .flatMap(services -> services.children().values().stream())
                    .flatMap(service -> Optional.ofNullable(service.children().get("group")).stream())
                    .filter(Spot::isText)
                    .flatMap(group -> group.text().stream())
                    .collect(Collectors.toSet());
            var planned = Optional.ofNullable(root.children().get("maintenance"))
                    .flatMap(Spot::items)
                    .orElse(List.of());
            planned.forEach(one -> {
                named(one, "services", needs.keySet(), "service");
                named(one, "groups", groups, "group");
            });
        }

        private static void named(Spot planned, String key, Set<String> known, String what) {
            texts(planned, key).forEach((name, spot) -> {
                if (!known.contains(name)) {
                    spot.wrong("names no known %s '%s'".formatted(what, Spot.shown(name))
                            + ConfigMistake.known(name, known));
                }
            });
        }

        private static Map<String, Spot> texts(Spot owner, String key) {
            return Optional.ofNullable(owner.children().get(key)).flatMap(Spot::items).orElse(List.of()).stream()
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
