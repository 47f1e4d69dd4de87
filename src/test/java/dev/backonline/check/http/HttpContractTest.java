package dev.backonline.check.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Check;
import dev.backonline.check.CheckContract;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Way;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

class HttpContractTest extends CheckContract {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @AfterAll
    static void close() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        var expected = new HttpSettings.Expectation(
                StatusSet.parse("200-299"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new BodySize(1 << 20));
        var settings = new HttpSettings(
                URI.create("http://" + server + "/health"),
                "GET",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expected);
        return new HttpKind().create(settings, timeout, WIRE);
    }

    @Override
    protected byte[] opening() {
        return "HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n".getBytes(US_ASCII);
    }
}
