package dev.backonline.bot.operation;

import dev.backonline.channel.Probe;
import dev.backonline.channel.courier.Journal;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Writes every step of every delivery to the log, one line each, and counts them. */
final class DeliveryLog implements Journal {
    private static final Logger LOG = Logger.getLogger(DeliveryLog.class);

    private final MeterRegistry figures;
    private final Map<ChannelId, AtomicInteger> refusals = new HashMap<>();
    private final Map<ChannelId, String> fixes = new ConcurrentHashMap<>();
    private final Runnable changed;

    /** {@code changed} is called when something became public that the page should link to. */
    DeliveryLog(List<ChannelId> channels, MeterRegistry figures, Runnable changed) {
        this.figures = figures;
        this.changed = changed;
        channels.forEach(channel -> refusals.put(channel, refusal(channel)));
    }

    private AtomicInteger refusal(ChannelId channel) {
        var refused = new AtomicInteger();
        Gauge.builder("backonline.channel.refused", refused, AtomicInteger::get)
                .description("Whether the network refuses the channel's credentials")
                .tag("channel", channel.value())
                .register(figures);
        return refused;
    }

    private void refused(ChannelId channel, String fix) {
        fixes.put(channel, fix);
        show(channel, 1);
    }

    private void taken(ChannelId channel) {
        fixes.remove(channel);
        show(channel, 0);
    }

    private void show(ChannelId channel, int refused) {
        Optional.ofNullable(refusals.get(channel)).ifPresent(figure -> figure.set(refused));
    }

    /** The channels whose credentials are refused now, as far as it was seen here, and what would help. */
    Map<ChannelId, String> refused() {
        return Map.copyOf(fixes);
    }

    @Override
    public void stepped(Delivery before, Delivery after) {
        if (before.state() == after.state()) {
            LOG.debugf("Delivery waits %s", line(after));
            return;
        }
        var state = after.state().name().toLowerCase(Locale.ROOT);
        LOG.logf(level(after.state()), "Delivery %s", line(after));
        figures.counter(
                        "backonline.deliveries",
                        "channel",
                        after.recipient().channel().value(),
                        "state",
                        state)
                .increment();
        if (after.state() == DeliveryState.SENT) {
            taken(after.recipient().channel());
        }
        if (after.posted().isPresent()) {
            changed.run();
        }
    }

    @Override
    public void refused(Delivery after) {
        LOG.warnf("Delivery was changed by another owner, so this step was not written %s", line(after));
        figures.counter(
                        "backonline.deliveries.refused",
                        "channel",
                        after.recipient().channel().value())
                .increment();
    }

    @Override
    public void stopped(ChannelId channel, String fix) {
        refused(channel, fix);
        LOG.errorf("Channel stands still, its credentials are refused channel=%s fix=\"%s\"", channel, fix);
    }

    @Override
    public void resumed(ChannelId channel) {
        taken(channel);
        LOG.infof("Channel goes on, having stood still channel=%s", channel);
    }

    @Override
    public void probed(ChannelId channel, Probe answer) {
        switch (answer) {
            case Probe.Ready(var account, var _) -> {
                taken(channel);
                LOG.infof("Channel is ready channel=%s account=\"%s\"", channel, account);
            }
            case Probe.Refused(var fix) -> {
                refused(channel, fix);
                LOG.errorf("Channel is refused channel=%s fix=\"%s\"", channel, fix);
            }
            case Probe.Unreachable(var reason) ->
                LOG.warnf("Channel can't be reached now channel=%s reason=\"%s\"", channel, reason);
            case Probe.Mute(var why) -> LOG.debugf("Channel can't be asked channel=%s reason=\"%s\"", channel, why);
        }
    }

    @Override
    public void stumbled(Delivery delivery, RuntimeException bug) {
        LOG.errorf(bug, "Delivery met a bug of ours %s", line(delivery));
    }

    private static Logger.Level level(DeliveryState state) {
        return switch (state) {
            case WAITING, READY, SENDING, SUPERSEDED -> Logger.Level.DEBUG;
            case SENT -> Logger.Level.INFO;
            case UNKNOWN -> Logger.Level.WARN;
            case HELD, ABANDONED -> Logger.Level.ERROR;
        };
    }

    private static String line(Delivery delivery) {
        return "state=%s delivery=%s incident=%s update=%d channel=%s language=%s attempts=%d note=\"%s\""
                .formatted(
                        delivery.state().name().toLowerCase(Locale.ROOT),
                        delivery.id(),
                        delivery.incident(),
                        delivery.update(),
                        delivery.recipient().channel(),
                        delivery.recipient().language().toLanguageTag(),
                        delivery.attempts(),
                        delivery.note());
    }
}
