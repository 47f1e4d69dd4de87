package dev.backonline.check.grpc;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Counterpart;
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

class GrpcContractTest extends TrustContract {
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @AfterAll
    static void close() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Override
    protected Check asking(Endpoint server, Duration timeout) {
        return check("http://" + server, Optional.empty(), timeout);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return check("https://" + server, Optional.of(Tls.trusting(trusted.authority())), timeout);
    }

    /** Both sides begin by saying how they speak. */
    @Override
    protected String silence() {
        return "time-out after 0.3s";
    }

    @Override
    protected byte[] opening() {
        return Counterpart.http2Opening();
    }

    private static Check check(String address, Optional<Tls> tls, Duration timeout) {
        var settings = new GrpcSettings(
                URI.create(address), Optional.empty(), Map.of(), Optional.empty(), Way.Family.ANY, tls);
        return new GrpcKind().create(settings, timeout, WIRE);
    }
}
