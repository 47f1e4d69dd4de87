package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Exhibit;
import dev.backonline.page.PageModel;
import dev.backonline.page.Scene;
import dev.backonline.page.ServiceAddress;
import dev.backonline.page.ServiceAddress.File;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of very many services, documents are written when they are asked for, and are what they would have been. */
class AnnexTest {
    private static final PageModel CITY = Exhibit.city(PageModel.MANY + 1, 2);
    private static final String PAGE = "/en/services/service-500";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<String> written = new ArrayList<>();

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAGE,
                "/it/services/service-0",
                "/services/service-0/history.atom",
                "/it/services/service-0/history.rss",
                "/en/services/service-0/feed.json",
                "/services/service-1/badge.svg",
                "/en/services/service-500/badge.json"
            })
    void a_document_says_what_it_would_say_ahead(String path) throws Exception {
        var ahead = new StatusPage().services(CITY, Site.EMPTY);
        var expected = ahead.write(ServiceAddress.of(path, CITY, Locale.ITALIAN).orElseThrow())
                .orElseThrow();
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);

            var response = get(page, path);
            var again = get(page, path, "If-None-Match", header(response, "etag"));

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(expected.text());
            assertThat(header(response, "content-type")).isEqualTo(expected.type());
            assertThat(header(response, "vary")).isEqualTo("Accept-Encoding");
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    @Test
    void a_page_is_in_the_readers_language() throws Exception {
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);

            var english = get(page, "/services/service-7", "Accept-Language", "en-GB,en;q=0.8");
            var italian = get(page, "/services/service-7");

            assertThat(english.body()).contains("Service 8").doesNotContain("Servizio 8");
            assertThat(italian.body()).contains("Servizio 8");
            assertThat(header(english, "vary")).isEqualTo("Accept-Encoding, Accept-Language");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/services/nothing",
                "/services/service-7/",
                "/services/service-7/nothing.json",
                "/fr/services/service-7",
                "/en/services/SERVICE-7",
                "/en/en/services/service-7",
                "/en/services/service-7/badge.svg/more",
                "/services/%00"
            })
    void what_is_not_is_not_found(String path) throws Exception {
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);

            assertThat(get(page, path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void what_is_only_read_cannot_be_written() throws Exception {
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);

            var post = HttpRequest.newBuilder(page.at(PAGE)).POST(HttpRequest.BodyPublishers.noBody());

            assertThat(client.send(post.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(405);
        }
    }

    @Test
    void a_page_that_says_the_same_later_keeps_its_time() throws Exception {
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);
            var before = header(get(page, "/services/service-9/badge.svg"), "last-modified");
            var first = get(page, PAGE);
            var mending = get(page, "/en/services/service-1");

            page.show(Exhibit.city(PageModel.MANY + 1, 1).withTime(CITY.at().plus(Duration.ofHours(1))));

            assertThat(header(get(page, "/services/service-9/badge.svg"), "last-modified"))
                    .isEqualTo(before);
            assertThat(header(get(page, "/services/service-1/badge.svg"), "last-modified"))
                    .isNotEqualTo(before);
            assertThat(get(page, PAGE).headers().map())
                    .isEqualTo(first.headers().map());
            assertThat(header(get(page, "/en/services/service-1"), "etag")).isNotEqualTo(header(mending, "etag"));
        }
    }

    @Test
    void after_a_restart_it_is_not_said_that_a_page_does_not_exist() throws Exception {
        new Showcase(data).show(CITY);
        try (var page = new LoopbackPage(data)) {
            var early = get(page, PAGE);
            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(header(early, "retry-after")).isEqualTo("5");
            assertThat(get(page, "/nothing").statusCode()).isEqualTo(404);
            assertThat(get(page, "/en/").statusCode()).isEqualTo(200);

            page.show(CITY);

            assertThat(get(page, PAGE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void all_who_ask_for_the_same_wait_for_one_writing() {
        var annex = annex(CITY);
        var first = annex.ask(address(1, File.BADGE)).orElseThrow();
        var second = annex.ask(address(1, File.BADGE)).orElseThrow();
        assertThat(first.isDone()).isFalse();

        work();

        assertThat(second.join()).isSameAs(first.join());
        assertThat(annex.ask(address(1, File.BADGE)).orElseThrow().join()).isSameAs(first.join());
        assertThat(written).containsExactly("/services/service-1/badge.svg");
    }

    @Test
    void when_too_much_is_waited_for_the_next_is_told_so_and_what_is_there_is_still_given() {
        var annex = annex(CITY);
        annex.ask(address(0, File.BADGE));
        work();
        for (var index = 1; index <= Annex.AWAITED; index++) {
            assertThat(annex.ask(address(index, File.BADGE))).isPresent();
        }

        assertThat(annex.ask(address(1, File.SHIELD))).isEmpty();
        assertThat(annex.ask(address(0, File.BADGE))).isPresent();
        work();
        assertThat(annex.ask(address(1, File.SHIELD))).isPresent();
    }

    @Test
    void only_the_last_that_were_asked_for_are_kept() {
        var annex = annex(CITY);
        for (var file : List.of(File.ATOM, File.RSS, File.BADGE, File.SHIELD)) {
            for (var index = 0; index <= PageModel.MANY; index++) {
                annex.ask(address(index, file));
                work();
            }
        }
        var all = written.size();

        annex.ask(address(PageModel.MANY, File.SHIELD));
        work();
        assertThat(written).hasSize(all);
        annex.ask(address(0, File.ATOM));
        work();
        assertThat(written).hasSize(all + 1);
    }

    @Test
    void the_first_page_of_very_many_says_how_each_is_and_leaves_its_past_to_its_own_page() throws Exception {
        try (var page = new LoopbackPage(data)) {
            page.show(CITY);

            assertThat(get(page, "/en/").body())
                    .contains("href=\"/en/services/service-500\"")
                    .doesNotContain("class=\"memory\"", "uptime");
            assertThat(get(page, PAGE).body()).contains("uptime", "class=\"bars\"");
        }
    }

    @Test
    void few_services_are_written_ahead() {
        var showcase = new Showcase(data);
        showcase.show(Scene.CALM.model());

        assertThat(showcase.shelf().annex()).isSameAs(Annex.NONE);
        assertThat(showcase.site().orElseThrow().find("/en/services/shop")).isPresent();
    }

    private Annex annex(PageModel model) {
        return Annex.NONE.next(
                model,
                address -> {
                    written.add(address.path());
                    return Optional.of(Sheet.of("text/plain", address.path()));
                },
                work::add);
    }

    private void work() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static ServiceAddress address(int service, File file) {
        var path = "/services/service-%d/%s".formatted(service, file.fileName());
        return ServiceAddress.of(path, CITY, Locale.ITALIAN).orElseThrow();
    }

    private HttpResponse<String> get(LoopbackPage page, String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(page.at(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
