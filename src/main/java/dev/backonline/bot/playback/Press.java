package dev.backonline.bot.playback;

import dev.backonline.channel.Clock;
import dev.backonline.channel.courier.Composer;
import dev.backonline.channel.courier.Courier;
import dev.backonline.channel.courier.Journal;
import dev.backonline.channel.courier.Round;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.outbox.Delivery;
import dev.backonline.store.Store;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The couriers that serve, over dry channels that take everything at once. */
final class Press {
    private final List<Courier> couriers;
    private int keys;

    Press(BotConfig config, Store store, Clock clock, Consumer<Posting> posts) {
        var composer = new Composer(
                new Reporter(config.identity(), config.catalog()),
                new Renderer(config.languages().values()),
                config.identity().languages(),
                () -> "key-" + ++keys);
        this.couriers = config.channels().stream()
                .map(plan -> courier(plan, store, clock, composer, posts))
                .toList();
    }

    private static Courier courier(
            ChannelPlan<?> plan, Store store, Clock clock, Composer composer, Consumer<Posting> posts) {
        var channel = new DryChannel(plan, posts);
        var means = new Round.Means("rehearsal", clock, new Random(1), new Strict());
        return new Courier(channel.line(), store.outbox(), store.incidents(), composer, means);
    }

    /** Delivers all that is due. */
    void work() {
        couriers.forEach(Press::work);
    }

    private static void work(Courier courier) {
        while (courier.work().isZero()) {
            // Each round ends at least one delivery, since a dry channel takes everything.
        }
    }

    /** Where nothing can fail outside, everything that does is a bug, and ends the run. */
    private record Strict() implements Journal {
        @Override
        public void stepped(Delivery before, Delivery after) {}

        @Override
        public void refused(Delivery after) {
            throw new IllegalStateException("a step of %s was refused, and there is no other owner".formatted(after));
        }

        @Override
        public void stumbled(Delivery delivery, RuntimeException bug) {
            throw new IllegalStateException("a bug of ours at " + delivery, bug);
        }
    }
}
