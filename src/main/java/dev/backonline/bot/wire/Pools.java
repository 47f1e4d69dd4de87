package dev.backonline.bot.wire;

import dev.backonline.check.Pem;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Connections for all ways but the usual one: a client for each combination of HTTP, TLS and patience, which hosts share. When there are
 * too many, those that have rested for longest are closed.
 */
final class Pools implements AutoCloseable {
    /** Ours: no file is likely to have so many combinations; one after another would, each time that certificates change. */
    static final int MOST = 64;

    /** Ours: so many exchanges with one host at once, as on the usual way. */
    private static final int CONNECTIONS_PER_HOST = 1_024;

    private final Vertx vertx;
    private final HttpClientOptions base;
    private final Map<Kind, Pool> pools = new LinkedHashMap<>(16, 0.75f, true);

    Pools(Vertx vertx, HttpClientOptions base) {
        this.vertx = vertx;
        this.base = base;
    }

    /** What a client can be told but once. */
    record Kind(Way.HttpVersion version, Tls tls, boolean reuse, int seconds) {
        static Kind of(Wire.Request request) {
            var way = request.way();
            var seconds = Math.ceilDiv(request.timeout().toMillis(), 1_000L) + 1;
            return new Kind(way.version(), way.tls(), request.reuse(), Math.clamp(seconds, 1, 3_600));
        }
    }

    /** A client and how many are at it. */
    private static final class Pool {
        private final HttpClient client;
        private int users;

        private Pool(HttpClient client) {
            this.client = client;
        }
    }

    /**
     * Lends a client for one exchange. With HTTP/2 it is one of its own, which is closed with all that it has opened: a server that never
     * begins to speak leaves no exchange that could be reset, and one whose other end has gone would keep others waiting.
     */
    <T> T lend(Kind kind, Function<HttpClient, T> exchange) {
        if (kind.version() == Way.HttpVersion.HTTP_2) {
            var own = open(kind).client;
            try {
                return exchange.apply(own);
            } finally {
                own.close();
            }
        }
        var pool = taken(kind);
        try {
            return exchange.apply(pool.client);
        } finally {
            given(pool);
        }
    }

    int size() {
        synchronized (pools) {
            return pools.size();
        }
    }

    private Pool taken(Kind kind) {
        synchronized (pools) {
            var pool = pools.computeIfAbsent(kind, this::open);
            pool.users++;
            if (pools.size() > MOST) {
                closeRested();
            }
            return pool;
        }
    }

    private void given(Pool pool) {
        synchronized (pools) {
            pool.users--;
        }
    }

    /** The map is in the order of use. */
    private void closeRested() {
        var rested = pools.entrySet().stream()
                .filter(entry -> entry.getValue().users == 0)
                .limit(pools.size() - MOST)
                .toList();
        rested.forEach(entry -> {
            pools.remove(entry.getKey());
            entry.getValue().client.close();
        });
    }

    private Pool open(Kind kind) {
        var options = secured(new HttpClientOptions(base), kind.tls())
                .setKeepAlive(kind.reuse())
                .setSslHandshakeTimeout(kind.seconds())
                .setSslHandshakeTimeoutUnit(TimeUnit.SECONDS)
                .setConnectTimeout(kind.seconds() * 1_000);
        var sizes = new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST);
        return new Pool(client(vertx, spoken(options, kind), sizes));
    }

    private static HttpClientOptions spoken(HttpClientOptions options, Kind kind) {
        return kind.version() == Way.HttpVersion.HTTP_1_1
                ? options
                : options.setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(true)
                        .setAlpnVersions(List.of(HttpVersion.HTTP_2))
                        .setHttp2ClearTextUpgrade(false);
    }

    private static HttpClientOptions secured(HttpClientOptions options, Tls tls) {
        tls.ca().map(Pools::buffer).ifPresent(ca -> options.setTrustOptions(new PemTrustOptions().addCertValue(ca)));
        tls.certificate()
                .flatMap(shown -> tls.key()
                        .map(key -> new PemKeyCertOptions()
                                .addCertValue(buffer(shown))
                                .addKeyValue(buffer(key))))
                .ifPresent(options::setKeyCertOptions);
        if (tls.minimum() == Tls.TlsVersion.TLS_1_3) {
            options.setEnabledSecureTransportProtocols(Set.of("TLSv1.3"));
        }
        return options.setTrustAll(tls.insecure()).setVerifyHost(!tls.insecure());
    }

    private static Buffer buffer(Pem pem) {
        return Buffer.buffer(pem.text());
    }

    /**
     * A connection that breaks is told to its exchange; by itself it would also be logged as an error of ours. The size of the pool is
     * said here: a client that is built asks nobody else for it, and takes five.
     */
    static HttpClient client(Vertx vertx, HttpClientOptions options, PoolOptions sizes) {
        return vertx.httpClientBuilder()
                .with(options)
                .with(sizes)
                .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
                .build();
    }

    @Override
    public void close() {
        synchronized (pools) {
            pools.values().forEach(pool -> pool.client.close());
            pools.clear();
        }
    }
}
