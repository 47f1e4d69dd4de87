package dev.backonline.bench;

import dev.backonline.bot.pace.Pacer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

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

    /** Sends all of the load, as evenly as the pacer does; gives the CPU that each answered request took, in microseconds. */
    double run(Load load) throws InterruptedException {
        var use = Use.now();
        var sent = new AtomicLong();
        var answered = new AtomicLong();
        var began = System.nanoTime();
        var timer = vertx.setPeriodic(Pacer.GRAIN.toMillis(), _ -> {
            var due = (long) ((System.nanoTime() - began) / 1e9 * load.perSecond());
            while (sent.get() < due) {
                send((int) (sent.getAndIncrement() % load.checks()), answered);
            }
        });
        new CountDownLatch(1).await(load.length().toMillis(), TimeUnit.MILLISECONDS);
        vertx.cancelTimer(timer);
        return use.microsEach(answered.get());
    }

    private void send(int number, AtomicLong answered) {
        client.request(HttpMethod.GET, server.port(), "127.0.0.1", "/health/" + number)
                .compose(request -> request.send())
                .compose(HttpClientResponse::body)
                .onSuccess(_ -> answered.incrementAndGet());
    }

    @Override
    public void close() {
        client.close();
    }
}
