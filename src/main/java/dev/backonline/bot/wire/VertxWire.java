package dev.backonline.bot.wire;

import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Carries HTTP exchanges over Vert.x: the caller waits on its virtual thread, the work is done on the event loops. Certificates are
 * checked against the JVM's trust store, and against the host's name.
 */
public final class VertxWire implements Wire, AutoCloseable {
    /** Ours: so many exchanges with one host at once, all checks of it together; more wait, and their time runs. */
    private static final int CONNECTIONS_PER_HOST = 1_024;

    /** Ours: nobody waits for a connection as long as this; it only keeps abandoned attempts from piling up. */
    private static final Duration CONNECT_AT_MOST = Duration.ofSeconds(30);

    private final List<Context> loops;
    private final HttpClient kept;
    private final HttpClient fresh;
    private final Pools pools;
    private final HostNames names = new HostNames();

    public VertxWire(Vertx vertx) {
        this(vertx, new HttpClientOptions());
    }

    VertxWire(Vertx vertx, HttpClientOptions base) {
        initializeNetty();
        var options = base.setConnectTimeout((int) CONNECT_AT_MOST.toMillis())
                .setVerifyHost(true)
                .setTracingPolicy(TracingPolicy.IGNORE);
        loops = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(_ -> loop(vertx))
                .toList();
        kept = client(vertx, new HttpClientOptions(options).setKeepAlive(true));
        fresh = client(vertx, new HttpClientOptions(options).setKeepAlive(false));
        pools = new Pools(vertx, options);
    }

    /**
     * On this thread: a class that is initialised by a virtual one keeps it on one of the few threads that carry them all, and so does waiting
     * for that. Netty's logs meanwhile, and where the log's lock was next for a virtual thread that nobody carried, nothing moved again.
     */
    private static void initializeNetty() {
        var _ = SocketAddress.inetSocketAddress(1, "localhost");
    }

    /** Vert.x gives each thread a loop of its own; what runs on a borrowed thread's loop stays there when the thread has gone. */
    private static Context loop(Vertx vertx) {
        var loop = new CompletableFuture<Context>();
        Thread.ofPlatform().start(() -> loop.complete(vertx.getOrCreateContext()));
        return loop.join();
    }

    /** All that concerns one host happens on one loop: a hand-over between threads costs more than all else in an exchange. */
    private Context loop(Target target) {
        return loops.get(Math.floorMod(target.host().hashCode() + target.port(), loops.size()));
    }

    private static HttpClient client(Vertx vertx, HttpClientOptions options) {
        return Pools.client(vertx, options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    @Override
    public Reply exchange(Request request) {
        var target = Target.of(request.address());
        if (target.isEmpty()) {
            return new Unsent("no web address: it should be http:// or https:// and name a host");
        }
        var deadline = System.nanoTime() + request.timeout().toNanos();
        var route = new Route(target.get(), request.way());
        return switch (names.find(route.door(), request.timeout())) {
            case HostNames.Missing(var reason) -> route.unknown(reason);
            case HostNames.Known(var addresses) -> exchange(request, route, route.chosen(addresses), deadline);
        };
    }

    /**
     * A host of several addresses is down only if none of them takes a connection; then the first one's reason is told. What was
     * written is never written again.
     */
    private Reply exchange(Request request, Route route, List<InetAddress> addresses, long deadline) {
        if (addresses.isEmpty()) {
            return route.unknown("no %s address".formatted(request.way().ip()));
        }
        var first = exchange(request, route, addresses.getFirst(), deadline);
        for (var other : addresses.subList(1, addresses.size())) {
            if (!(first instanceof Unsent) || System.nanoTime() >= deadline) {
                return first;
            }
            var reply = exchange(request, route, other, deadline);
            if (!(reply instanceof Unsent)) {
                return reply;
            }
        }
        return first;
    }

    private Reply exchange(Request request, Route route, InetAddress address, long deadline) {
        var where = route.options(request, address);
        var exchange = new Exchange(request, route, deadline);
        var loop = loop(route.target());
        return isUsual(request.way())
                ? exchange.run(loop, request.reuse() ? kept : fresh, where)
                : pools.lend(Pools.Kind.of(request), client -> exchange.run(loop, client, where));
    }

    private static boolean isUsual(Way way) {
        return way.version() == Way.HttpVersion.HTTP_1_1 && way.tls().equals(Tls.USUAL);
    }

    @Override
    public void close() {
        names.close();
        pools.close();
        kept.close();
        fresh.close();
    }
}
