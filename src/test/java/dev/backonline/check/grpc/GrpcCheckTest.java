package dev.backonline.check.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Tls;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import io.grpc.Server;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks gRPC's own server, and hand-made answers that it never gives. */
class GrpcCheckTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Vertx VERTX = Vertx.vertx();
    private static final VertxWire WIRE = new VertxWire(VERTX);

    @AfterAll
    static void close() {
        WIRE.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVING", "NOT_SERVING", "UNKNOWN"})
    void a_service_is_up_only_if_it_serves(ServingStatus status) throws Exception {
        var health = new HealthStatusManager();
        health.setStatus("shop.Orders", status);
        var server = started(plain().addService(health.getHealthService()));
        try {
            var answer =
                    check("http://127.0.0.1:" + server.getPort(), "shop.Orders").ask();

            assertThat(answer)
                    .isEqualTo(
                            status == ServingStatus.SERVING
                                    ? new Answer.Up()
                                    : down("service 'shop.Orders' is " + status.name()));
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void without_a_service_the_whole_server_is_asked_about() throws Exception {
        var server = started(plain().addService(new HealthStatusManager().getHealthService()));
        try {
            var answer = check("http://127.0.0.1:" + server.getPort() + "/", "").ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_service_that_the_server_does_not_know_is_named() throws Exception {
        var server = started(plain().addService(new HealthStatusManager().getHealthService()));
        try {
            var answer =
                    check("http://127.0.0.1:" + server.getPort(), "shop.Ordres").ask();

            assertThat(answer).isEqualTo(down("service 'shop.Ordres' is unknown there (NOT_FOUND)"));
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_server_without_a_health_service_is_named() throws Exception {
        var server = started(plain());
        try {
            var answer = check("http://127.0.0.1:" + server.getPort(), "").ask();

            assertThat(answer).isEqualTo(down("the server has no health service (UNIMPLEMENTED)"));
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void it_is_asked_over_tls_too() throws Exception {
        var certificates = Certificates.forLocalhost();
        var keys = GrpcSslContexts.forServer(
                        stream(certificates.certificate("good").text()),
                        stream(certificates.key("good").text()))
                .build();
        var server = started(plain().sslContext(keys).addService(new HealthStatusManager().getHealthService()));
        try {
            var trusting = Optional.of(Tls.trusting(certificates.authority()));
            var settings = settings("https://localhost:" + server.getPort(), "", Map.of(), trusting);

            var answer = new GrpcKind().create(settings, TIMEOUT, WIRE).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
        } finally {
            server.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, text/html, 0, '', HTTP 503",
        "200, text/html, 0, '', the answer is no gRPC",
        "200, application/grpc, '', '', the answer has no gRPC status",
        "200, application/grpc, 0, '', the answer is no health message",
        "200, application/grpc, 14, too%20busy+now, UNAVAILABLE: 'too busy+now'",
        "200, application/grpc, 99, '', gRPC status '99'"
    })
    void an_answer_that_is_none_says_why(int status, String type, String grpc, String message, String reason) {
        var headers = new HashMap<>(Map.of("content-type", List.of(type)));
        if (!grpc.isEmpty()) {
            headers.put("grpc-status", List.of(grpc));
        }
        if (!message.isEmpty()) {
            headers.put("grpc-message", List.of(message));
        }

        var answer = new GrpcKind()
                .create(
                        settings("http://a.example", "", Map.of(), Optional.empty()),
                        TIMEOUT,
                        _ -> new Wire.Answered(status, headers, "", false))
                .ask();

        assertThat(answer).isEqualTo(down(reason));
    }

    @Test
    void the_call_is_one_that_any_server_understands() {
        var sent = new ArrayList<Wire.Request>();
        var settings = settings(
                "https://a.example:50051",
                "s".repeat(200),
                Map.of("x-tenant", new Secret("made-up")),
                Optional.empty());

        new GrpcKind()
                .create(settings, Duration.ofMillis(1500), request -> {
                    sent.add(request);
                    return new Wire.Unsent("connection refused");
                })
                .ask();

        var request = sent.getFirst();
        assertThat(request.address()).isEqualTo(URI.create("https://a.example:50051/grpc.health.v1.Health/Check"));
        assertThat(request.headers())
                .containsOnly(
                        Map.entry("content-type", "application/grpc"),
                        Map.entry("te", "trailers"),
                        Map.entry("grpc-timeout", "1500m"),
                        Map.entry("x-tenant", "made-up"));
        assertThat(request.body()).isEqualTo("\0\0\0\0\u00CB\n\u00C8\u0001" + "s".repeat(200));
    }

    @Test
    void settings_that_cannot_be_asked_are_mistakes() {
        var settings = settings(
                "http://a.example/health?x",
                "not a name",
                Map.of("grpc-timeout", new Secret("1S")),
                Optional.of(Tls.USUAL));

        var mistakes = new GrpcKind().mistakes(settings);

        assertThat(mistakes)
                .containsExactly(
                        "url 'http://a.example/health?x' should end after its host and port",
                        "service 'not a name' should be a full name like 'shop.orders.v1.Orders'",
                        "header 'grpc-timeout' should have a name in lower case that is not gRPC's own, and a value of"
                                + " visible ASCII",
                        "tls should be left out: url 'http://a.example/health?x' is not https");
    }

    private static NettyServerBuilder plain() {
        return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private static Server started(NettyServerBuilder builder) throws IOException {
        return builder.build().start();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Check check(String url, String service) {
        return new GrpcKind().create(settings(url, service, Map.of(), Optional.empty()), TIMEOUT, WIRE);
    }

    private static GrpcSettings settings(String url, String service, Map<String, Secret> headers, Optional<Tls> tls) {
        return new GrpcSettings(
                URI.create(url),
                Optional.of(service).filter(name -> !name.isEmpty()),
                headers,
                Optional.empty(),
                Way.Family.ANY,
                tls);
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
