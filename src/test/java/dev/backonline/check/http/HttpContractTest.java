package dev.backonline.check.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Tls;
import dev.backonline.check.TrustContract;
import dev.backonline.check.Way;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Each class that extends this one has a wire of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractTest extends TrustContract {
    private final Vertx vertx = Vertx.vertx();
    private final VertxWire wire = new VertxWire(vertx);

    @AfterAll
    void close() {
        wire.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check("http://" + server, Optional.empty(), timeout);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return check("https://" + server, Optional.of(Tls.trusting(trusted.authority())), timeout);
    }

    /** Over another HTTP everything should be as with this one. */
    Way.HttpVersion version() {
        return Way.HttpVersion.HTTP_1_1;
    }

    private Check check(String address, Optional<Tls> tls, Duration timeout) {
        var expected = new HttpSettings.Expectation(
                StatusSet.parse("200-299"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new BodySize(1 << 20));
        var settings = new HttpSettings(
                URI.create(address),
                "GET",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                version(),
                Way.Family.ANY,
                Optional.empty(),
                tls,
                expected);
        return new HttpKind().create(settings, timeout, wire);
    }

    @Override
    protected byte[] opening() {
        return "HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n".getBytes(US_ASCII);
    }
}
