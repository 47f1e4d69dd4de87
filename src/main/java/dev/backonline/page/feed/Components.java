package dev.backonline.page.feed;

import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.PublicId;
import dev.backonline.incident.Involved;
import dev.backonline.page.Narrator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The services and their groups as Statuspage's components: each group before its own, in the order of the file. */
record Components(Narrator narrator) {

    List<Statuspage.Component> all() {
        var components = new ArrayList<Statuspage.Component>();
        for (var section : sections().entrySet()) {
            section.getKey()
                    .ifPresent(group -> components.add(group(group, section.getValue(), components.size() + 1)));
            section.getValue().forEach(service -> components.add(service(service, components.size() + 1)));
        }
        return components;
    }

    static String id(ServiceId service) {
        return PublicId.of("service", service.value());
    }

    private LinkedHashMap<Optional<Group>, List<Service>> sections() {
        var sections = new LinkedHashMap<Optional<Group>, List<Service>>();
        narrator.model()
                .catalog()
                .services()
                .values()
                .forEach(service -> sections.computeIfAbsent(service.group(), _ -> new ArrayList<>())
                        .add(service));
        return sections;
    }

    private Statuspage.Component group(Group group, List<Service> members, int position) {
        var states = members.stream()
                .flatMap(member -> narrator.model().state(member.id()).stream())
                .toList();
        var changed =
                members.stream().map(this::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
        return component(
                new Name(PublicId.of("group", group.name()), group.name(), Optional.empty()),
                Indicator.worst(states),
                changed,
                position,
                members.stream().map(member -> id(member.id())).toList());
    }

    private Statuspage.Component service(Service service, int position) {
        var group = service.group().map(one -> PublicId.of("group", one.name()));
        return component(
                new Name(id(service.id()), service.name().in(narrator.locale()), group),
                narrator.model().state(service.id()).orElse(ServiceState.OPERATIONAL),
                changed(service),
                position,
                List.of());
    }

    /** When it was made is not recorded: the epoch says so, and stays the same. */
    private Statuspage.Component component(
            Name name, ServiceState state, Instant changed, int position, List<String> members) {
        var timepiece = narrator.timepiece();
        return new Statuspage.Component(
                name.id(),
                name.text(),
                state.name().toLowerCase(Locale.ROOT),
                timepiece.machineMilliseconds(Instant.EPOCH),
                timepiece.machineMilliseconds(changed),
                position,
                name.group(),
                PublicId.of("page", narrator.model().identity().url().toString()),
                !members.isEmpty(),
                Statuspage.Unused.UNUSED,
                members);
    }

    private Instant changed(Service service) {
        return narrator.model().incidents().stream()
                .flatMap(incident -> incident.involved(service.id()).stream())
                .map(Involved::since)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** What a component is called, and the id of the group that it is in. */
    private record Name(String id, String text, Optional<String> group) {}
}
