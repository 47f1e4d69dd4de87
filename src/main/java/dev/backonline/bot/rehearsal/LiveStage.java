package dev.backonline.bot.rehearsal;

import dev.backonline.bot.command.Console;
import dev.backonline.bot.wire.VertxWire;
import dev.backonline.channel.Outfit;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.List;

/** Reaches a network for a rehearsal that is really sent. */
final class LiveStage implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final VertxWire wire = new VertxWire(vertx);
    private final Console console;

    LiveStage(Console console) {
        this.console = console;
    }

    /** Gives whether the network took all of it. */
    boolean send(BotConfig config, ChannelPlan<?> plan, List<Posting> posts) {
        var live = new LivePosts(config, plan, plan.create(Outfit.of(wire)), InstantSource.system());
        var wrong = live.send(posts);
        wrong.ifPresentOrElse(
                console.err()::println,
                () -> console.out()
                        .println("%s has %d posts, each marked as a rehearsal."
                                .formatted(plan.subscription().channel(), posts.size())));
        return wrong.isEmpty();
    }

    @Override
    public void close() {
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
