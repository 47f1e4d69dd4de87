package dev.backonline.incident.alarm;

import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Transition.Alarmed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a sentence about an alarm names, and the command that answers it. Times are written as {@link java.time.Instant} writes them. */
record Particulars(Map<String, String> facts, Optional<String> remedy) {
    private static final String INCIDENT = "incident";
    private static final String CHANNEL = "channel";
    private static final String SERVICES = "services";
    private static final String SINCE = "since";
    private static final String UNTIL = "until";

    /** The alarm as it is told when it begins to stand. */
    static Alarmed raised(Alarm alarm) {
        var particulars = of(alarm);
        return new Alarmed(alarm.kind(), alarm.key(), particulars.facts(), particulars.remedy(), true);
    }

    private static Particulars of(Alarm alarm) {
        return switch (alarm) {
            case Alarm.ApprovalAwaited(var draft) -> approval(draft);
            case Alarm.PromiseDue(var incident, var due) ->
                naming(INCIDENT, incident, UNTIL, due).answered("post %s --text en=\"…\"", incident);
            case Alarm.PromiseMissed(var incident, var due, var _) ->
                naming(INCIDENT, incident, UNTIL, due).answered("incidents %s", incident);
            case Alarm.RecoveryUnsaid(var incident, var since) ->
                naming(INCIDENT, incident, SINCE, since).answered("resolve %s", incident);
            case Alarm.ServicesGone(var incident, var services) ->
                naming(INCIDENT, incident, SERVICES, joined(services))
                        .answered("resolve %s | backonline correct %1$s", incident);
            case Alarm.Silenced(var mute) ->
                naming("who", mute.by(), SINCE, mute.since()).answered("mute off", "");
            case Alarm.Capped capped -> naming(CHANNEL, capped.channel(), INCIDENT, capped.incident());
            case Alarm.Held(var channel, var delivery, var _) ->
                naming(CHANNEL, channel, "delivery", delivery).answered("release %s | backonline drop %1$s", delivery);
            case Alarm.Refused(var channel, var fix) -> naming(CHANNEL, channel, "fix", fix);
            case Alarm.Expiring(var channel, var end) -> naming(CHANNEL, channel, UNTIL, end);
            case Alarm.Unheard(var services) -> naming(SERVICES, joined(services), "count", services.size());
            case Alarm.Cutoff(var since, var until) -> naming(SINCE, since, UNTIL, until);
            case Alarm.Misread(var file, var count, var _) -> naming("file", file, "count", count);
            case Alarm.Many(var alike, var count, var _) -> naming("kind", alike, "count", count);
        };
    }

    private static Particulars approval(Draft draft) {
        return new Particulars(
                        Map.of(
                                SERVICES, joined(draft.services()),
                                INCIDENT, draft.incident().value(),
                                UNTIL, draft.until().toString()),
                        Optional.empty())
                .answered("approve %s | backonline approve %1$s --reject --why \"…\"", draft.incident());
    }

    private static Particulars naming(String one, Object first, String other, Object second) {
        return new Particulars(Map.of(one, first.toString(), other, second.toString()), Optional.empty());
    }

    /** By this command of ours. */
    private Particulars answered(String command, Object about) {
        return new Particulars(facts, Optional.of("backonline " + command.formatted(about)));
    }

    private static String joined(List<ServiceId> services) {
        return services.stream().map(ServiceId::value).collect(Collectors.joining(", "));
    }
}
