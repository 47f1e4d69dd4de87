package dev.backonline.bot.reception;

import static dev.backonline.bot.reception.Household.CHAT;
import static dev.backonline.bot.reception.Household.PHOTOS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.operator.Mailroom;
import dev.backonline.operator.NoticeRoutes;
import dev.backonline.page.web.Events;
import dev.backonline.page.web.PageServer;
import dev.backonline.page.web.Showcase;
import dev.backonline.verdict.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service, an Alertmanager and a stranger get over a real socket, beside the page. */
class DoorTest {
    private static final String BEAT = "/heartbeat/photos-worker";
    private static final String ALERTS = "/signals/alertmanager";
    private static final String FIRING = """
            {"version":"4","alerts":[{"status":"firing","labels":{"alertname":"Errors","service":"chat"},
            "startsAt":"2026-11-22T20:04:23Z","fingerprint":"0a1b"}]}""";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Household house = new Household(Set.of());
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private volatile Optional<Mailroom> mailroom = Optional.of(house.reception());
    private HttpServer server;

    @BeforeEach
    void serve(@TempDir Path data) {
        var router = Router.router(vertx);
        var showcase = new Showcase(data);
        new PageServer(showcase, new Events(showcase, vertx, 1)).mount(router);
        new NoticeRoutes(() -> mailroom, figures, house.clock().nanos()).mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> alerts(String token, String type, String body) throws Exception {
        return send(to(ALERTS)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body)));
    }

    private double counted(String outcome) {
        return figures.counter("backonline.notices", "outcome", outcome).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST"})
    void a_service_that_calls_is_well(String method) throws Exception {
        var answer =
                send(to(BEAT).header("Authorization", "Bearer made-up-photos").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("cache-control")).contains("no-store");
        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Healthy.class);
        assertThat(counted("heard")).isEqualTo(1);
    }

    @Test
    void a_token_in_the_address_serves_those_that_can_set_no_header() throws Exception {
        var answer = send(to(BEAT + "/fail?token=made-up-photos"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(house.verdict(PHOTOS)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void a_failing_service_s_words_are_for_operators_and_of_a_whole_log_the_first_line_is_kept() throws Exception {
        var log = "the disk is full\n" + "x".repeat(600_000);

        var answer = send(
                to(BEAT + "/3").header("Authorization", "Bearer made-up-photos").POST(BodyPublishers.ofString(log)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("ok\n");
        assertThat(((Verdict.Failing) house.verdict(PHOTOS)).reason())
                .isEqualTo("photos/1-heartbeat: ended with status 3: the disk is full, 1 of the last 1");
    }

    @Test
    void an_alertmanager_is_heard_with_a_bearer_token_or_a_password() throws Exception {
        var password = Base64.getEncoder().encodeToString("anyone:made-up-alerts".getBytes(UTF_8));

        var bearer = alerts("made-up-alerts", "application/json", FIRING);
        var basic = send(to(ALERTS)
                .header("Authorization", "Basic " + password)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(FIRING)));

        assertThat(bearer.statusCode()).isEqualTo(200);
        assertThat(basic.statusCode()).isEqualTo(200);
        assertThat(house.verdict(CHAT)).isInstanceOf(Verdict.Failing.class);
    }

    @Test
    void an_alert_about_nothing_that_is_watched_is_taken_and_counted() throws Exception {
        var answer = alerts("made-up-alerts", "application/json", FIRING.replace("\"chat\"", "\"shop\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(counted("unconcerned")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer made-up-alerts",
                "Basic made-up-photos",
                "Basic bWFkZS11cC1waG90b3M=",
                "Digest made-up-photos",
                "made-up-photos",
                "Bearer"
            })
    void a_stranger_is_turned_away(String authorization) throws Exception {
        var answer = send(to(BEAT + "/fail?token=made-up-photos").header("Authorization", authorization));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("the token of the check is missing or wrong\n");
        assertThat(answer.headers().firstValue("www-authenticate")).contains("Bearer realm=\"checks\"");
        assertThat(house.answers(PHOTOS)).isEmpty();
    }

    @Test
    void strangers_that_come_in_crowds_are_told_to_wait_and_others_are_let_in() throws Exception {
        for (var one = 0; one < 100; one++) {
            send(to(BEAT));
        }

        var refused = send(to(BEAT));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("retry-after")).contains("1");
        assertThat(send(to(BEAT + "?token=made-up-photos")).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/heartbeat/",
                "/heartbeat/nobody",
                "/heartbeat/photos-worker%2Ffail",
                "/heartbeat/PHOTOS-WORKER",
                "/heartbeat//photos-worker",
                "/signals/pager",
                "/signals/grafana",
                "/signals/alertmanager%00"
            })
    void where_no_check_is_told_there_is_nothing(String path) throws Exception {
        var answer = send(to(path + "?token=made-up-photos"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).isEqualTo("no check is told here\n");
    }

    @Test
    void an_address_without_end_is_nothing_either() throws Exception {
        assertThat(send(to(BEAT + "/x".repeat(1_000) + "?token=made-up-photos")).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /heartbeat/photos-worker, 'GET, HEAD, POST'",
        "GET, /signals/alertmanager, POST",
        "OPTIONS, /signals/alertmanager, POST"
    })
    void another_method_is_told_which_ones_serve(String method, String path, String allowed) throws Exception {
        var answer = send(to(path).method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | {} | 415 | the content type should be application/json",
                "application/json | planted | 400 | the body should be JSON",
                "application/json | {\"version\":\"planted\"} | 400 | the version should be 4"
            })
    void a_message_that_is_none_is_refused_without_repeating_it(String type, String body, int status, String why)
            throws Exception {
        var answer = alerts("made-up-alerts", type, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).isEqualTo(why + "\n");
    }

    @Test
    void before_the_bot_has_started_senders_are_asked_to_come_again() throws Exception {
        mailroom = Optional.empty();

        var answer = send(to(BEAT));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("5");
    }

    @Test
    void a_body_that_is_too_large_is_not_read_to_its_end() throws Exception {
        var announced = raw(
                "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer made-up-alerts\r\nContent-Length: 1048577\r\n\r\n{"
                        .formatted(ALERTS));

        assertThat(announced).startsWith("HTTP/1.1 413 ").endsWith("the body should be at most 1 MiB\n");
        assertThat(counted("too_large")).isEqualTo(1);
    }

    @Test
    void a_body_that_grows_without_end_is_cut_off() throws Exception {
        var endless = raw(
                "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer made-up-alerts\r\nTransfer-Encoding: chunked\r\n\r\n%s"
                        .formatted(ALERTS, ("10000\r\n" + "x".repeat(0x10000) + "\r\n").repeat(17)));

        assertThat(endless).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_stranger_s_body_is_not_waited_for() throws Exception {
        var refused = raw("POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n".formatted(ALERTS));

        assertThat(refused).startsWith("HTTP/1.1 401 ").containsIgnoringCase("connection: close");
    }

    /** What the server says to these bytes until it hangs up. */
    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.actualPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
