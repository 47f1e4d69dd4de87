package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.page.Scene;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Those who listen, over a real socket: what they hear, and what becomes of those who don't read. */
@Timeout(60)
class EventsTest {
    private static final int MOST = 2;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;
    private Showcase showcase;
    private Events events;

    @BeforeEach
    void serve(@TempDir Path data) {
        showcase = new Showcase(data);
        showcase.show(Scene.CALM.model());
        events = new Events(showcase, vertx, MOST, Duration.ofMillis(200));
        var router = Router.router(vertx);
        new PageServer(showcase, events).mount(router);
        server = vertx.createHttpServer(new HttpServerOptions().setSendBufferSize(4_096))
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

    @Test
    void a_listener_hears_of_each_change_under_an_id() throws Exception {
        try (var listener = listen()) {
            var hello = listener.next();

            showcase.show(Scene.OUTAGE.model());

            var update = listener.next();
            assertThat(hello).containsExactly("retry: 5000", "id: " + idOf(hello));
            assertThat(update)
                    .containsExactly(
                            "event: update",
                            "id: " + showcase.shelf().tag(),
                            "data: {\"updated_at\":\"2026-06-18T18:30:00Z\"}");
            assertThat(idOf(update)).isNotEqualTo(idOf(hello));
        }
    }

    @Test
    void who_comes_back_hears_what_was_missed_and_nothing_twice() throws Exception {
        var before = showcase.shelf().tag();
        showcase.show(Scene.OUTAGE.model());

        try (var behind = listen("Last-Event-ID", before);
                var upToDate = listen("Last-Event-ID", showcase.shelf().tag())) {
            assertThat(behind.next()).contains("event: update");
            assertThat(upToDate.next()).doesNotContain("event: update");
        }
    }

    @Test
    void an_id_can_be_in_the_address_too() throws Exception {
        var stale = client.send(
                HttpRequest.newBuilder(address("/events?lastEventId=old")).build(),
                HttpResponse.BodyHandlers.ofInputStream());

        try (var listener = new Reader(stale)) {
            assertThat(listener.next()).contains("event: update");
        }
    }

    @Test
    void silence_is_broken_by_a_comment() throws Exception {
        try (var listener = listen()) {
            listener.next();

            assertThat(listener.lines().readLine()).isEqualTo(":");
        }
    }

    @Test
    void no_more_listen_than_may_and_a_place_is_free_again_when_one_leaves() throws Exception {
        var first = listen();
        try (var second = listen()) {
            assertThat(second.response().statusCode()).isEqualTo(200);

            var third = get("/events");

            assertThat(third.statusCode()).isEqualTo(503);
            assertThat(third.headers().firstValue("retry-after")).hasValue("30");
            first.close();
            await().until(() -> {
                try (var next = listen()) {
                    return next.response().statusCode() == 200;
                }
            });
        }
    }

    @Test
    void any_origin_may_listen_and_no_cache_keeps_it() throws Exception {
        try (var listener = listen()) {
            var headers = listener.response().headers();

            assertThat(headers.firstValue("content-type")).hasValue("text/event-stream; charset=utf-8");
            assertThat(headers.firstValue("cache-control")).hasValue("no-store");
            assertThat(headers.firstValue("access-control-allow-origin")).hasValue("*");
        }
        assertThat(get("/events", "POST").statusCode()).isEqualTo(405);
        assertThat(get("/events", "HEAD").statusCode()).isEqualTo(200);
    }

    @Test
    void who_does_not_read_is_dropped() throws Exception {
        try (var lazy = new Socket()) {
            lazy.setReceiveBufferSize(2_048);
            lazy.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.actualPort()));
            lazy.getOutputStream().write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            await().until(() -> events.listening() == 1);

            await().pollInterval(Duration.ofMillis(1)).until(() -> {
                for (var event = 0; event < 500; event++) {
                    events.changed(showcase.shelf());
                }
                return events.listening() == 0;
            });
        }
    }

    private Reader listen(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(address("/events"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Reader(client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    private HttpResponse<String> get(String path, String... method) throws Exception {
        var request = HttpRequest.newBuilder(address(path))
                .method(method.length == 0 ? "GET" : method[0], HttpRequest.BodyPublishers.noBody());
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    private static String idOf(List<String> event) {
        return event.stream()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring("id: ".length());
    }

    /** Reads event by event, without the comments. */
    private record Reader(HttpResponse<InputStream> response, BufferedReader lines) implements AutoCloseable {
        Reader(HttpResponse<InputStream> response) {
            this(response, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
        }

        List<String> next() throws IOException {
            var event = new ArrayList<String>();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() && !event.isEmpty()) {
                    return event;
                }
                if (!line.isEmpty() && !line.startsWith(":")) {
                    event.add(line);
                }
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            response.body().close();
        }
    }
}
