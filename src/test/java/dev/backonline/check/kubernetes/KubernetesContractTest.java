package dev.backonline.check.kubernetes;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Answer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Tls;
import dev.backonline.check.TrustContract;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

class KubernetesContractTest extends TrustContract {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @AfterAll
    static void close() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Answer unanswered(String reason) {
        return new Answer.Inconclusive(reason);
    }

    @Override
    protected byte[] opening() {
        return "HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n".getBytes(US_ASCII);
    }

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check("http://" + server, Optional.empty(), timeout);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return check("https://" + server, Optional.of(Tls.trusting(trusted.authority())), timeout);
    }

    private static Check check(String server, Optional<Tls> tls, Duration timeout) {
        var settings = new KubernetesSettings(
                KubernetesSettings.Workload.DEPLOYMENT,
                "shop",
                Optional.of("production"),
                1,
                Optional.of(URI.create(server)),
                Optional.empty(),
                Optional.empty(),
                tls);
        return new KubernetesKind().create(settings, timeout, WIRE);
    }
}
