package dev.backonline.check.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Way;
import dev.backonline.check.Wire;
import dev.backonline.check.http.HttpSettings.Expectation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpCheckTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final URI ADDRESS = URI.create("https://chat.example.org/health");

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({"200, 200-299, true", "404, 200-299, false", "301, '200-299, 301', true", "503, 200-299, false"})
    void the_status_tells_up_from_down(int status, String expected, boolean up) {
        var answer = answer(status, "", expecting(expected, "", "", Map.of()));

        assertThat(answer).isEqualTo(up ? new Answer.Up() : down("HTTP " + status));
    }

    @Test
    void the_body_should_contain_the_text() {
        var expected = expecting("200", "Welcome", "", Map.of());

        var answers = List.of(answer(200, "Welcome back", expected), answer(200, "Sorry", expected));

        assertThat(answers).containsExactly(new Answer.Up(), down("no text 'Welcome'"));
    }

    @Test
    void the_body_should_match_somewhere() {
        var expected = expecting("200", "", "version [0-9]+$", Map.of());

        var answers = List.of(answer(200, "This is\nversion 12", expected), answer(200, "version x", expected));

        assertThat(answers).containsExactly(new Answer.Up(), down("no match of 'version [0-9]+$'"));
    }

    @ParameterizedTest
    @CsvSource({"(.*a){20}$, a, 40", "(a|b)*c, ab, 100000"})
    void a_pattern_that_never_ends_is_left_in_time(String pattern, String piece, int pieces) {
        var expected = expecting("200", "", pattern, Map.of());
        var body = piece.repeat(pieces) + "!";
        var began = System.nanoTime();

        var answer = new HttpCheck(settings(expected), Duration.ofMillis(300), _ -> answered(200, body)).ask();

        assertThat(answer).isEqualTo(down("looking for a match of '%s' took too long".formatted(pattern)));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void what_took_longer_than_it_should_is_slow() {
        var expected = new Expectation(
                StatusSet.parse("200"),
                Optional.of(Duration.ZERO),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                new BodySize(1 << 20));

        var answer = answer(200, "", expected);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Slow.class,
                        slow -> assertThat(slow.reason()).matches("answered after \\d+ms, more than 0ms"));
    }

    @Test
    void what_failed_before_an_answer_failed_on_the_way() {
        var replies = List.of(
                new Wire.Unsent("connection refused"),
                new Wire.Unanswered("connection reset", false),
                new Wire.Unanswered("read timed out", true));

        var answers = replies.stream()
                .map(reply -> new HttpCheck(settings(expecting("200", "", "", Map.of())), TIMEOUT, _ -> reply).ask())
                .toList();

        assertThat(answers)
                .containsExactly(
                        new Answer.Down(Layer.TRANSPORT, "connection refused"),
                        new Answer.Down(Layer.TRANSPORT, "connection reset"),
                        new Answer.Down(Layer.TRANSPORT, "no answer within 3s"));
    }

    @Test
    void a_connection_that_breaks_is_tried_once_more_on_a_new_one() {
        var sent = new ArrayList<Wire.Request>();
        var check = new HttpCheck(settings(expecting("200", "", "", Map.of())), TIMEOUT, request -> {
            sent.add(request);
            return request.reuse() ? new Wire.Unanswered("connection closed", false) : answered(200, "");
        });

        var answer = check.ask();

        assertThat(answer).isEqualTo(new Answer.Up());
        assertThat(sent).extracting(Wire.Request::reuse).containsExactly(true, false);
        assertThat(sent.getLast().timeout()).isLessThan(TIMEOUT);
    }

    @Test
    void what_may_not_be_done_twice_is_not_tried_again() {
        var post = new HttpSettings(
                ADDRESS,
                "POST",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting("200", "", "", Map.of()));
        var check = new HttpCheck(
                post, TIMEOUT, request -> request.reuse() ? new Wire.Unanswered("reset", false) : answered(200, ""));

        var answer = check.ask();

        assertThat(answer).isEqualTo(new Answer.Down(Layer.TRANSPORT, "reset"));
    }

    @Test
    void a_long_answer_says_that_it_was_cut() {
        var check = new HttpCheck(
                settings(expecting("200", "Welcome", "", Map.of())),
                TIMEOUT,
                _ -> new Wire.Answered(200, Map.of(), "x", true));

        var answer = check.ask();

        assertThat(answer).isEqualTo(down("no text 'Welcome' (the answer was too long to be read to its end)"));
    }

    @Test
    void the_request_is_the_one_in_the_file() {
        var sent = new ArrayList<Wire.Request>();
        var settings = new HttpSettings(
                ADDRESS,
                "POST",
                Map.of("authorization", new Secret("Bearer abc")),
                Optional.of(new Secret("{}")),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting("200", "", "", Map.of()));

        new HttpCheck(settings, TIMEOUT, request -> {
                    sent.add(request);
                    return answered(200, "");
                })
                .ask();

        assertThat(sent)
                .containsExactly(
                        new Wire.Request("POST", ADDRESS, Map.of("authorization", "Bearer abc"), "{}", TIMEOUT, true));
        assertThat(settings.toString()).doesNotContain("abc");
    }

    @Test
    void settings_that_cannot_be_sent_are_mistakes() {
        var body = expecting("200", "Welcome", "", Map.of());
        var kind = new HttpKind();

        var broken = kind.mistakes(settings(URI.create("chat.example.org"), "HEAD", "x y", "1"));
        var smuggled = kind.mistakes(settings(ADDRESS, "G E T", "x", "1\r\ny: 2"));

        assertThat(broken)
                .containsExactly(
                        "url 'chat.example.org' should be like 'https://chat.example.org/health'",
                        "method 'HEAD' gets no body, so expect should not ask for text, matches or json",
                        "header 'x y' should have a name without spaces and a value in one line");
        assertThat(smuggled)
                .containsExactly(
                        "method 'G E T' should be like 'GET'",
                        "header 'x' should have a name without spaces and a value in one line");
        assertThat(kind.mistakes(settings(body))).isEmpty();
    }

    private static HttpSettings settings(URI address, String method, String header, String value) {
        return new HttpSettings(
                address,
                method,
                Map.of(header, new Secret(value)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expecting("200", "Welcome", "", Map.of()));
    }

    private static Answer answer(int status, String body, Expectation expected) {
        return new HttpCheck(settings(expected), TIMEOUT, _ -> answered(status, body)).ask();
    }

    private static Wire.Reply answered(int status, String body) {
        return new Wire.Answered(status, Map.of(), body, false);
    }

    private static HttpSettings settings(Expectation expected) {
        return new HttpSettings(
                ADDRESS,
                "GET",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                HttpSettings.Redirects.FOLLOW,
                Way.HttpVersion.HTTP_1_1,
                Way.Family.ANY,
                Optional.empty(),
                Optional.empty(),
                expected);
    }

    private static Expectation expecting(
            String status, String text, String pattern, Map<JsonPath, JsonCondition> json) {
        return new Expectation(
                StatusSet.parse(status),
                Optional.empty(),
                Optional.of(text).filter(given -> !given.isEmpty()),
                Optional.of(pattern).filter(given -> !given.isEmpty()).map(BodyPattern::parse),
                json,
                new BodySize(1 << 20));
    }

    private static Answer down(String reason) {
        return new Answer.Down(Layer.ANSWER, reason);
    }
}
