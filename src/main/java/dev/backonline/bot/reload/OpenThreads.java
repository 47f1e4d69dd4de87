package dev.backonline.bot.reload;

import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigMistake;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.incident.Incident;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.store.Store;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that no channel goes away while something is still told there: its readers would never hear that it is over. */
public record OpenThreads(Store store, InstantSource clock) {

    /** What is wrong with going on by {@code next}. Blocks on the database. */
    public List<ConfigMistake> lost(BotConfig present, Read next) {
        var gone = new HashSet<>(present.channelIds());
        next.config().channelIds().forEach(gone::remove);
        return gone.isEmpty() ? List.of() : lost(gone, next);
    }

    private List<ConfigMistake> lost(Set<ChannelId> gone, Read next) {
        var open = store.incidents().live(clock.instant()).stream()
                .filter(Incident::isOpen)
                .toList();
        return gone.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .flatMap(channel -> open.stream()
                        .filter(incident -> isTold(incident, channel))
                        .findFirst()
                        .map(incident -> mistake(channel, incident, next))
                        .stream())
                .toList();
    }

    private boolean isTold(Incident incident, ChannelId channel) {
        return store.outbox().of(incident.id()).stream()
                .filter(delivery -> delivery.recipient().channel().equals(channel))
                .map(Delivery::state)
                .anyMatch(state -> state != DeliveryState.SUPERSEDED && state != DeliveryState.ABANDONED);
    }

    private static ConfigMistake mistake(ChannelId channel, Incident incident, Read next) {
        return next.places()
                .mistake(
                        "channels." + channel,
                        "lacks '%s', where incident %s is still told: keep it with 'closing: true' until that is over"
                                .formatted(channel, incident.id()));
    }
}
