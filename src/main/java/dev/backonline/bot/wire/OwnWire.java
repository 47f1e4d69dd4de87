package dev.backonline.bot.wire;

import dev.backonline.check.Wire;
import io.vertx.core.Vertx;

/** A wire for a command that is over soon, with event loops of its own, which end with it. */
public final class OwnWire implements Wire, AutoCloseable {
    private final Vertx vertx;
    private final VertxWire wire;

    public OwnWire() {
        // Netty's way to memory outside of the heap makes JDK 24 and newer warn in the midst of a command's output (JEP
        // 498); its
        // other way is slow only for what has far more to carry.
        System.setProperty("io.netty.noUnsafe", "true");
        vertx = Vertx.vertx();
        wire = new VertxWire(vertx);
    }

    @Override
    public Reply exchange(Request request) {
        return wire.exchange(request);
    }

    @Override
    public void close() {
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
