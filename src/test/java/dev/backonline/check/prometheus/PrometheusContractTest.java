package dev.backonline.check.prometheus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.wire.VertxWire;
import dev.backonline.check.Answer;
import dev.backonline.check.Certificates;
import dev.backonline.check.Check;
import dev.backonline.check.Counterpart;
import dev.backonline.check.Endpoint;
import dev.backonline.check.Tls;
import dev.backonline.check.TrustContract;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PrometheusContractTest extends TrustContract {
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
        return check("http://" + server + "/tenant/", Optional.empty(), timeout);
    }

    @Override
    protected Check securely(Endpoint server, Certificates trusted, Duration timeout) throws Exception {
        return check("https://" + server, Optional.of(Tls.trusting(trusted.authority())), timeout);
    }

    private static Check check(String server, Optional<Tls> tls, Duration timeout) {
        var settings = new PrometheusSettings(
                URI.create(server),
                "sum(rate(errors{job=\"è\"}[5m])) + 1",
                Optional.of(Threshold.parse("0.05")),
                Optional.empty(),
                PrometheusSettings.Nothing.INCONCLUSIVE,
                Map.of(),
                tls);
        return new PrometheusKind().create(settings, timeout, WIRE);
    }

    @Test
    void the_question_is_asked_as_the_server_reads_it() throws Exception {
        var line = new CompletableFuture<String>();
        var body =
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"metric\":{},\"value\":[1,\"0.01\"]}]}}";
        try (var server = Counterpart.that(socket -> {
            line.complete(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)).readLine());
            socket.getOutputStream()
                    .write("HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s"
                            .formatted(body.length(), body)
                            .getBytes(UTF_8));
        })) {
            var answer = asking(server.endpoint(), Duration.ofSeconds(5)).ask();

            assertThat(answer).isEqualTo(new Answer.Up());
            assertThat(line.join())
                    .isEqualTo("GET /tenant/api/v1/query?query="
                            + "sum%28rate%28errors%7Bjob%3D%22%C3%A8%22%7D%5B5m%5D%29%29+%2B+1 HTTP/1.1");
        }
    }
}
