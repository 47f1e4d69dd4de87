package dev.backonline.operator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The operators' page over real HTTP: the same bytes for everybody, and nothing in them that a text could get out of. */
class OperatorPageTest {
    private static final Path SOURCES = Path.of(System.getProperty("basedir", "."), "src/main/resources/operator");
    /** What makes a page or a program of a text, and what a browser would run or fetch without our script. */
    private static final Pattern DANGEROUS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc"
                    + "|\\beval\\b|\\bFunction\\s*\\(|DOMParser|createContextualFragment|javascript:|import\\(|localStorage|document\\.cookie"
                    + "|[\\s.]on[a-z]{3,}\\s*=(?!>)|\\sstyle\\s*=|https?://|<script(?! type=\"module\" src=\"/operator/page\\.js\"></script>)");

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void open() {
        var router = Router.router(vertx);
        OperatorPage.mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)))
                .method(method, BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static Stream<String> files() {
        return OperatorPage.FILES.stream();
    }

    @ParameterizedTest
    @CsvSource({
        "/operator, page.html, text/html; charset=utf-8",
        "/operator/, page.html, text/html; charset=utf-8",
        "/operator/page.css, page.css, text/css; charset=utf-8",
        "/operator/page.js, page.js, text/javascript; charset=utf-8",
        "/operator/door.js, door.js, text/javascript; charset=utf-8"
    })
    void everybody_gets_the_same_bytes_well_protected(String path, String file, String type) throws Exception {
        var answer = ask("GET", path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Files.readAllBytes(SOURCES.resolve(file)));
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none';"
                                + " frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.headers().map()).doesNotContainKeys("set-cookie", "access-control-allow-origin");
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_a_browser_has_already_is_not_sent_again(String file) throws Exception {
        var path = file.equals("page.html") ? "/operator" : "/operator/" + file;
        var tag = header(ask("GET", path), "ETag");

        var again = ask("GET", path, "If-None-Match", "\"other\", W/" + tag);

        assertThat(tag).matches("\"[\\w-]{16}\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Content-Security-Policy")).isNotEmpty();
        assertThat(ask("GET", path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void head_gets_all_but_the_content() throws Exception {
        var whole = ask("GET", "/operator");

        var head = ask("HEAD", "/operator");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().map()).isEqualTo(whole.headers().map());
    }

    @ParameterizedTest
    @CsvSource({"POST, /operator", "PUT, /operator/", "DELETE, /operator/page.js", "OPTIONS, /operator/page.css"})
    void it_is_only_read(String method, String path) throws Exception {
        var answer = ask(method, path);

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_can_become_a_page_or_a_program(String file) throws Exception {
        var text = new String(
                ask("GET", file.equals("page.html") ? "/operator" : "/operator/" + file)
                        .body(),
                StandardCharsets.UTF_8);

        assertThat(DANGEROUS.matcher(text).results().map(found -> found.group()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"a.innerHTML = b", "<b onclick=\"c()\">", "<p style='d'>", "<script>e()</script>", "eval(f)"})
    void a_dangerous_file_would_be_found(String text) {
        assertThat(DANGEROUS.matcher(text).find()).isTrue();
    }

    @Test
    void every_file_is_served_and_asked_for() throws Exception {
        try (var found = Files.list(SOURCES)) {
            assertThat(found.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(OperatorPage.FILES);
        }
        var all = new StringBuilder();
        for (var file : OperatorPage.FILES) {
            all.append(Files.readString(SOURCES.resolve(file)));
        }
        assertThat(List.copyOf(OperatorPage.FILES))
                .filteredOn(file -> !file.equals("page.html"))
                .allMatch(file -> all.indexOf("/" + file + "\"") > 0);
    }
}
