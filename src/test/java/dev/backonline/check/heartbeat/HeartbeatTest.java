package dev.backonline.check.heartbeat;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.catalog.Secret;
import dev.backonline.check.Answer;
import dev.backonline.check.Answer.Layer;
import dev.backonline.check.Notice;
import dev.backonline.check.Receiving.Fault;
import dev.backonline.check.Receiving.News;
import dev.backonline.check.Receiving.Nonsense;
import dev.backonline.check.Receiving.Opening;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker that calls every minute, with half a minute of grace and runs of at most 20 seconds. */
class HeartbeatTest {
    private static final HeartbeatKind KIND = new HeartbeatKind();
    private static final Answer UP = new Answer.Up();
    private static final Answer LATE = new Answer.Down(Layer.TRANSPORT, "no call within 90s");

    private final HeartbeatSettings settings = settings("made-up-token", Optional.of(ofSeconds(20)));
    private final HeartbeatInbox inbox = KIND.inbox(settings, new Opening(ofMinutes(5), ofMinutes(1), false));

    private static HeartbeatSettings settings(String token, Optional<Duration> within) {
        return new HeartbeatSettings(new HeartbeatId("photos-worker"), new Secret(token), ofSeconds(30), within);
    }

    private static Pulse pulse(String rest, String body) {
        return switch (KIND.read("heartbeat/photos-worker", new Notice("POST", rest, Map.of(), body))) {
            case News<Pulse>(var pulse) -> pulse;
            case Nonsense<Pulse>(var _, var why) -> throw new AssertionError(why);
        };
    }

    @Test
    void nothing_is_known_before_the_first_call_is_due() {
        assertThat(inbox.at(ofMinutes(6)).answer()).isEqualTo(new Answer.Inconclusive("no call yet"));
    }

    @Test
    void silence_since_the_start_counts_from_the_start() {
        assertThat(inbox.at(ofMinutes(5).plusSeconds(90)).answer()).isInstanceOf(Answer.Inconclusive.class);
        assertThat(inbox.at(ofMinutes(5).plusSeconds(91)).answer()).isEqualTo(LATE);
    }

    @Test
    void a_call_is_late_after_its_grace_and_not_before() {
        var called = inbox.with(pulse("", ""), ofMinutes(6));

        assertThat(called.answer()).isEqualTo(UP);
        assertThat(called.at(ofMinutes(6).plusSeconds(90)).answer()).isEqualTo(UP);
        assertThat(called.at(ofMinutes(6).plusSeconds(91)).answer()).isEqualTo(LATE);
    }

    @Test
    void a_call_after_silence_is_enough() {
        var late = inbox.at(ofMinutes(20));

        assertThat(late.with(pulse("/success", ""), ofMinutes(20)).answer()).isEqualTo(UP);
    }

    @Test
    void the_start_of_a_run_breaks_no_silence() {
        var started = inbox.with(pulse("", ""), ofMinutes(6)).with(pulse("/start", ""), ofMinutes(7));

        assertThat(started.answer()).isEqualTo(UP);
        assertThat(started.at(ofMinutes(7).plusSeconds(31)).answer()).isEqualTo(LATE);
    }

    @Test
    void a_run_that_takes_too_long_is_slow_while_it_lasts_and_when_it_is_over() {
        var running = inbox.with(pulse("", ""), ofMinutes(6)).with(pulse("/start", ""), ofMinutes(6));

        assertThat(running.at(ofMinutes(6).plusSeconds(20)).answer()).isEqualTo(UP);
        var long1 = running.at(ofMinutes(6).plusSeconds(21));
        assertThat(long1.answer()).isEqualTo(new Answer.Slow("the run is not over after 20s"));
        var over = long1.with(pulse("", ""), ofMinutes(6).plusSeconds(25));
        assertThat(over.answer()).isEqualTo(new Answer.Slow("the run took 25s, more than 20s"));
        assertThat(over.with(pulse("", ""), ofMinutes(7)).answer()).isEqualTo(UP);
    }

    @Test
    void a_new_run_does_not_make_a_failed_one_slow() {
        var failed = inbox.with(pulse("/1", ""), ofMinutes(6)).with(pulse("/start", ""), ofMinutes(6));

        assertThat(failed.at(ofMinutes(6).plusSeconds(30)).answer())
                .isEqualTo(new Answer.Down(Layer.ANSWER, "ended with status 1"));
    }

    @Test
    void without_a_limit_a_run_may_take_its_time() {
        var unlimited = KIND.inbox(
                settings("made-up-token", Optional.empty()), new Opening(Duration.ZERO, Duration.ofDays(1), false));

        var over = unlimited.with(pulse("/start", ""), ofMinutes(1)).with(pulse("/0", ""), ofMinutes(300));

        assertThat(over.answer()).isEqualTo(UP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/fail | '' | said that it failed",
                "/fail | the disk is full | said that it failed: the disk is full",
                "/255 | '' | ended with status 255",
                "/2 | no such file | ended with status 2: no such file"
            })
    void a_failure_says_what_the_service_says(String rest, String body, String reason) {
        assertThat(inbox.with(pulse(rest, body), ofMinutes(6)).answer())
                .isEqualTo(new Answer.Down(Layer.ANSWER, reason));
    }

    @Test
    void of_a_long_message_one_short_line_is_kept() {
        var pulse = pulse("/fail", "\r\n\tfirst\u001b[31m line " + "x".repeat(500) + "\nsecond line");

        assertThat(pulse).isEqualTo(new Pulse.Failed("said that it failed: first [31m line " + "x".repeat(184) + "…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/256", "/-1", "/01", "/log", "/start/", "/fail/1", "/success?", "/9999999999"})
    void another_path_is_refused(String rest) {
        var heard = KIND.read("heartbeat/photos-worker", new Notice("GET", rest, Map.of(), ""));

        assertThat(heard)
                .isEqualTo(new Nonsense<Pulse>(
                        Fault.PATH,
                        "after the id there should be nothing, or /start, /success, /fail or an exit status"));
    }

    @Test
    void mistakes_of_the_settings_are_told() {
        assertThat(KIND.mistakes(settings("short", Optional.of(Duration.ZERO))))
                .containsExactly(
                        "token should be at least 8 letters, digits or any of . _ ~ + / = -",
                        "within should be longer than 0s");
        assertThatThrownBy(() -> HeartbeatId.parse("Photos/Worker"))
                .hasMessage("'Photos/Worker' should be 1 to 40 small letters, digits and hyphens");
    }
}
