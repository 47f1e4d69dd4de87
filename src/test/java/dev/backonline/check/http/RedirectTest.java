package dev.backonline.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import dev.backonline.check.http.HttpSettings.Redirects;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final List<Wire.Request> sent = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "http://a.example/x, /y, http://a.example/y",
        "http://a.example, y, http://a.example/y",
        "http://a.example/x/z?q=1, y, http://a.example/x/y",
        "http://a.example/x, //A.example/y, http://A.example/y",
        "http://a.example/x, https://a.example/x, https://a.example/x",
        "http://a.example:80/x, https://a.example:443/x, https://a.example:443/x",
        "https://a.example:8443/x, https://a.example:8443/y, https://a.example:8443/y"
    })
    void a_redirect_within_the_host_is_followed(URI from, String location, URI to) {
        var answer = check(settings("GET", from, Redirects.FOLLOW, "200"), leading(from, location))
                .ask();

        assertThat(answer).isEqualTo(new Answer.Up());
        assertThat(sent).extracting(Wire.Request::address).containsExactly(from, to);
        assertThat(sent.getLast().timeout()).isLessThan(TIMEOUT);
        assertThat(sent).extracting(Wire.Request::headers).allMatch(Map.of("authorization", "Bearer made-up")::equals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://a.example/x       | http://b.example/y       | HTTP 302, which leads elsewhere (b.example)
            https://a.example/x      | http://a.example/x       | HTTP 302, which leads elsewhere (a.example)
            http://a.example:8080/x  | https://a.example:8443/x | HTTP 302, which leads elsewhere (a.example)
            http://a.example/x       | ftp://a.example/x        | HTTP 302, which leads elsewhere (a.example)
            http://a.example/x       | http://a.example:81/     | HTTP 302, which leads elsewhere (a.example)
            http://a.example/x       | http://a.example@b.example/ | HTTP 302, which leads elsewhere (b.example)
            http://a.example/x       | mailto:a@a.example       | HTTP 302, which leads nowhere
            http://a.example/x       | not a place              | HTTP 302, which leads nowhere
            http://a.example/x       |                          | HTTP 302, which leads nowhere
            """)
    void one_that_leads_elsewhere_is_a_failure(URI from, String location, String reason) {
        var answer = check(settings("GET", from, Redirects.FOLLOW, "200"), leading(from, location))
                .ask();

        assertThat(answer).isEqualTo(new Answer.Down(Layer.ANSWER, reason));
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"GET, NONE, 200, HTTP 302", "POST, FOLLOW, 200, HTTP 302", "GET, FOLLOW, 302, ''"})
    void what_should_not_be_followed_is_judged_as_it_is(
            String method, Redirects redirects, String expected, String reason) {
        var from = URI.create("http://a.example/x");

        var answer = check(settings(method, from, redirects, expected), leading(from, "/y"))
                .ask();

        assertThat(answer).isEqualTo(reason.isEmpty() ? new Answer.Up() : new Answer.Down(Layer.ANSWER, reason));
        assertThat(sent).hasSize(1);
    }

    @Test
    void a_circle_is_left() {
        var from = URI.create("http://a.example/x");

        var answer = check(settings("GET", from, Redirects.FOLLOW, "200"), _ -> redirect("/x"))
                .ask();

        assertThat(answer).isEqualTo(new Answer.Down(Layer.ANSWER, "more than 5 redirects"));
        assertThat(sent).hasSize(6);
    }

    @Test
    void basic_authentication_is_written_as_the_standard_says() {
        var settings = new HttpSettings(
                URI.create("https://a.example"),
                "GET",
                Map.of(),
                Optional.empty(),
                // RFC 7617, 2: its own example.
                Optional.of(new HttpSettings.Basic("Aladdin", new Secret("open sesame"))),
                Optional.empty(),
                Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting("200"));

        check(settings, _ -> new Wire.Answered(200, Map.of(), "", false)).ask();

        assertThat(sent.getFirst().headers()).containsEntry("authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assertThat(settings.toString()).doesNotContain("sesame");
    }

    @Test
    void two_ways_to_say_who_asks_are_a_mistake() {
        var settings = new HttpSettings(
                URI.create("https://a.example"),
                "GET",
                Map.of("Authorization", new Secret("made-up")),
                Optional.empty(),
                Optional.of(new HttpSettings.Basic("a:b", new Secret("made-up"))),
                Optional.of(new Secret("one\ntwo")),
                Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting("200"));

        var mistakes = new HttpKind().mistakes(settings);

        assertThat(mistakes)
                .containsExactly(
                        "only one of basic, bearer and the header 'authorization' should be given",
                        "the user of basic should have no colon",
                        "bearer should be in one line");
    }

    private HttpCheck check(HttpSettings settings, Wire wire) {
        return new HttpCheck(settings, TIMEOUT, request -> {
            sent.add(request);
            return wire.exchange(request);
        });
    }

    private static Wire leading(URI from, String location) {
        return request ->
                request.address().equals(from) ? redirect(location) : new Wire.Answered(200, Map.of(), "", false);
    }

    private static Wire.Reply redirect(String location) {
        var headers = Optional.ofNullable(location).map(to -> Map.of("location", List.of(to)));
        return new Wire.Answered(302, headers.orElse(Map.of()), "", false);
    }

    private static HttpSettings settings(String method, URI address, Redirects redirects, String expected) {
        return new HttpSettings(
                address,
                method,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Secret("made-up")),
                redirects,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting(expected));
    }

    private static HttpSettings.Expectation expecting(String status) {
        return new HttpSettings.Expectation(
                StatusSet.parse(status),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new BodySize(1 << 20));
    }
}
