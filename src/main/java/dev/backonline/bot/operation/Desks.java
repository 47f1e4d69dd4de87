package dev.backonline.bot.operation;

import dev.backonline.channel.Outfit;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Line;
import dev.backonline.channel.courier.Round;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One courier for each channel, each on a shift of its own, so that none waits for another. */
final class Desks implements AutoCloseable {
    /** Ours: what becomes due by its own time waits no longer than this. */
    private static final Duration REST = Duration.ofMillis(250);

    private final List<Shift> shifts;

    Desks(BotConfig config, Tools tools, Journal journal) {
        var reporter = new Reporter(config.identity(), config.catalog());
        var renderer = new Renderer(config.languages().values());
        var composer = new Composer(
                reporter,
                renderer,
                config.identity().languages(),
                () -> UUID.randomUUID().toString());
        var means = new Round.Means(tools.owner(), tools.clock(), new SecureRandom(), journal);
        shifts = config.channels().stream()
                .map(plan -> courier(plan, tools, composer, means))
                .map(courier ->
                        new Shift("courier", REST, courier::work, tools.clock().nanos()))
                .toList();
    }

    private static Courier courier(ChannelPlan<?> plan, Tools tools, Composer composer, Round.Means means) {
        var line = new Line(plan.subscription(), plan.capabilities(), plan.create(Outfit.of(tools.wire())));
        return new Courier(line, tools.store().outbox(), tools.store().incidents(), composer, means);
    }

    void open() {
        shifts.forEach(Shift::open);
    }

    /** There is something to deliver. */
    void ring() {
        shifts.forEach(Shift::ring);
    }

    /** No new delivery is begun; one whose socket is being written is finished, or found again at the next start. */
    @Override
    public void close() {
        shifts.forEach(Shift::close);
    }
}
