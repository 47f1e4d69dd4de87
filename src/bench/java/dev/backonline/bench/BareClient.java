package dev.backonline.bench;

import dev.backonline.bot.pace.Pacer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** The same requests at the same rate by Vert.x's client alone: what nobody who asks by HTTP can save. */
final class BareClient implements AutoCloseable {
    private final Vertx vertx;
    private final HttpClient client;
    private final Child server;

    BareClient(Vertx vertx, Child server) {
        this.vertx = vertx;
        this.server = server;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(1_024).setKeepAlive(true));
    }

    /** Sends all of the load, as evenly as the pacer does; gives the CPU that each answered request took. */
    Use.Cost run(Load load) throws InterruptedException {
        var use = Use.now();
        var sent = new AtomicLong();
        var answered = new AtomicLong();
        var began = System.nanoTime();
        var timer = vertx.setPeriodic(Pacer.GRAIN.toMillis(), _ -> {
            var due = (long) ((System.nanoTime() - began) / 1e9 * load.perSecond());
            while (sent.get() < due) {
                var _ = send((int) (sent.getAndIncrement() % load.checks()), answered);
            }
        });
        new CountDownLatch(1).await(load.length().toMillis(), TimeUnit.MILLISECONDS);
        vertx.cancelTimer(timer);
        return use.each(answered.get());
    }

    /** Asks as fast as it goes, a few at a time, until the compiler has seen it all. */
    void warmUp(Duration length) throws InterruptedException {
        var end = System.nanoTime() + length.toNanos();
        IntStream.range(0, 8).forEach(number -> again(number, end));
        new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void again(int number, long end) {
        if (System.nanoTime() < end) {
            send(number, new AtomicLong()).onComplete(_ -> again(number, end));
        }
    }

    private Future<Buffer> send(int number, AtomicLong answered) {
        return client.request(HttpMethod.GET, server.port(), "127.0.0.1", "/health/" + number)
                .compose(request -> request.send())
                .compose(HttpClientResponse::body)
                .onSuccess(_ -> answered.incrementAndGet());
    }

    @Override
    public void close() {
        client.close();
    }
}
