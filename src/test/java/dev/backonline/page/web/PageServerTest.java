package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Scene;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser, a cache and a feed reader get over a real socket. */
class PageServerTest {
    private static final String SUMMARY = "/api/v2/summary.json";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;
    private Showcase showcase;

    @BeforeEach
    void serve(@TempDir Path data) {
        showcase = new Showcase(data);
        var router = Router.router(vertx);
        new PageServer(showcase, new Events(showcase, vertx, 100)).mount(router);
        router.get("/signals/one").handler(context -> context.response().end("another route"));
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

    @Test
    void a_crowd_gets_what_the_first_reader_got() throws Exception {
        showcase.show(Scene.OUTAGE.model());
        var first = text(get("/en/"));

        var all = new HashSet<String>();
        for (var reader = 0; reader < 1_100; reader++) {
            all.add(text(get("/en/")));
        }

        assertThat(all).containsExactly(first);
    }

    @Test
    void before_anything_is_known_it_says_so() throws Exception {
        var response = get("/");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(header(response, "retry-after")).isEqualTo("5");
        assertThat(header(response, "cache-control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/it/",
                "/en/",
                "/en/incidents/abcdef000001",
                "/incidents/abcdef000001",
                "/history.atom",
                "/en/history.atom",
                "/feed.json",
                SUMMARY
            })
    void every_document_can_be_cached_and_asked_again(String path) throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var response = get(path);
        var byTag = get(path, "If-None-Match", header(response, "etag"));
        var byTime = get(path, "If-Modified-Since", header(response, "last-modified"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "etag")).matches("\"[A-Za-z0-9_-]{16}\"");
        assertThat(header(response, "cache-control"))
                .isEqualTo("public, max-age=10, stale-while-revalidate=30, stale-if-error=86400");
        assertThat(header(response, "vary")).contains("Accept-Encoding");
        assertThat(byTag.statusCode()).isEqualTo(304);
        assertThat(byTag.body()).isEmpty();
        assertThat(header(byTag, "etag")).isEqualTo(header(response, "etag"));
        assertThat(byTime.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-None-Match     | W/\"other\", *x           | 200",
                "If-None-Match     | *                         | 304",
                "If-Modified-Since | Thu, 01 Jan 1970 00:00:00 GMT | 200",
                "If-Modified-Since | yesterday                 | 200",
                "If-Modified-Since | Fri, 19 Jun 2026 00:00:00 GMT | 304"
            })
    void conditions_that_do_not_hold_or_make_no_sense_get_the_whole(String header, String value, int status)
            throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var response = get("/en/", header, value);

        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void a_change_gets_another_tag() throws Exception {
        showcase.show(Scene.CALM.model());
        var before = header(get("/en/"), "etag");

        showcase.show(Scene.OUTAGE.model());

        var after = get("/en/", "If-None-Match", before);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(header(after, "etag")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"gzip | true", "br, GZIP;q=0.8 | true", "gzip;q=0 | false", "br | false", "identity | false"})
    void those_who_can_read_it_get_it_compressed(String accepted, boolean compressed) throws Exception {
        showcase.show(Scene.OUTAGE.model());
        var plain = get("/en/");

        var response = get("/en/", "Accept-Encoding", accepted);

        assertThat(header(response, "content-encoding")).isEqualTo(compressed ? "gzip" : "");
        assertThat(header(response, "etag").equals(header(plain, "etag"))).isEqualTo(!compressed);
        assertThat(compressed ? unzipped(response.body()) : text(response)).isEqualTo(text(plain));
        assertThat(get("/en/", "Accept-Encoding", accepted, "If-None-Match", header(response, "etag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void head_tells_all_but_the_content() throws Exception {
        showcase.show(Scene.OUTAGE.model());
        var get = get("/en/");

        var head = send("HEAD", "/en/");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "content-length")).isEqualTo(Integer.toString(get.body().length));
        assertThat(header(head, "etag")).isEqualTo(header(get, "etag"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB,en;q=0.9 | en",
                "de,en;q=0.5,it;q=0.4 | en",
                "it-CH | it",
                "fr | it",
                "*;q=x, ;; | it",
                "'' | it"
            })
    void the_readers_language_is_chosen_where_the_path_has_none(String preferred, String language) throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var home = get("/", "Accept-Language", preferred);
        var incident = get("/incidents/abcdef000001", "Accept-Language", preferred);

        assertThat(text(home)).contains("<html lang=\"%s\"".formatted(language));
        assertThat(text(incident)).contains("<html lang=\"%s\"".formatted(language));
        assertThat(header(home, "vary")).contains("Accept-Language");
        assertThat(header(get("/en/"), "vary")).doesNotContain("Accept-Language");
    }

    @Test
    void an_unknown_path_is_a_page_too_and_other_routes_still_answer() throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var unknown = get("/no/such/page", "Accept-Language", "en");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(text(unknown)).contains("There&#39;s nothing here");
        assertThat(header(unknown, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(text(get("/signals/one"))).isEqualTo("another route");
        assertThat(get("/en:absent").statusCode()).isEqualTo(404);
    }

    @Test
    void pages_are_protected_and_programs_of_any_origin_may_read_the_rest() throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var page = get("/en/");
        var api = get(SUMMARY);

        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "referrer-policy")).isEqualTo("no-referrer");
        assertThat(header(page, "access-control-allow-origin")).isEmpty();
        assertThat(header(api, "access-control-allow-origin")).isEqualTo("*");
        assertThat(header(api, "content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(header(get("/history.atom"), "access-control-allow-origin")).isEqualTo("*");
        assertThat(header(send("OPTIONS", SUMMARY), "access-control-allow-methods"))
                .isEqualTo("GET, HEAD");
    }

    @Test
    void what_a_page_refers_to_is_there_for_ever() throws Exception {
        showcase.show(Scene.OUTAGE.model());
        var style = text(get("/en/")).replaceAll("(?s).*href=\"(/assets/style[^\"]+)\".*", "$1");

        var response = get(style);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "content-type")).isEqualTo("text/css; charset=utf-8");
        assertThat(header(response, "cache-control")).contains("immutable");
    }

    @Test
    void it_can_only_be_read() throws Exception {
        showcase.show(Scene.OUTAGE.model());

        var response = send("POST", "/en/");

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, String... headers) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + server.actualPort() + path);
        var request = HttpRequest.newBuilder(uri).method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
