package dev.backonline.bot.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who asks only a part of the checks has to know whether its own side works all the same. */
class BorrowedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final CheckId A = new CheckId("a/1-tcp");
    private static final CheckId B = new CheckId("b/1-tcp");
    private static final CheckId C = new CheckId("c/1-tcp");
    private static final CheckId D = new CheckId("d/1-tcp");
    private static final Answer UNREACHED = new Answer.Down(Answer.Layer.TRANSPORT, "connection refused");
    private static final Answer UP = new Answer.Up();

    private Instant now = NOW;

    private static BotConfig config(String more, String... hosts) {
        var services = new StringBuilder();
        var name = 'a';
        for (var host : hosts) {
            services.append("""
                      %1$s: { name: %1$s, fails: 1 of 1, checks: [ { type: tcp, host: "%2$s:443", every: 10s } ] }
                    """.formatted(name++, host));
        }
        var file = """
                page: { name: Example, url: https://status.example.org, languages: [en] }
                %s
                services:
                %s""".formatted(more, services);
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", file)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken -> throw new AssertionError(mistaken.report(""));
        };
    }

    private static BotConfig four() {
        return config("", "a.example", "b.example", "c.example", "d.example");
    }

    @Test
    void with_too_few_hosts_of_its_own_others_are_asked_that_vouch() {
        assertThat(Borders.borrowed(four(), D::equals)).containsExactlyInAnyOrder(A, B);
        assertThat(Borders.borrowed(four(), _ -> false)).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void with_enough_hosts_or_canaries_or_where_nobody_could_vouch_none_is_asked_besides() {
        var canaries = "canaries: [ { type: tcp, host: \"canary.example:53\", every: 5s } ]";

        assertThat(Borders.borrowed(four(), check -> !check.equals(D))).isEmpty();
        assertThat(Borders.borrowed(config(canaries, "a.example", "b.example", "c.example"), A::equals))
                .isEmpty();
        assertThat(Borders.borrowed(config("", "a.example", "a.example", "b.example"), A::equals))
                .isEmpty();
    }

    private Watch watch(BotConfig config) {
        return new Watch(
                Judges.appointed(config, List.of(), NOW),
                Location.HERE,
                Borders.of(config).silent(),
                () -> {});
    }

    private Observation seen(CheckId check, Answer answer) {
        now = now.plusSeconds(1);
        return new Observation(check, Location.HERE, now, Duration.ofMillis(1), answer);
    }

    private static boolean isFailing(Watch watch, CheckId check) {
        return watch.verdicts(verdict -> verdict instanceof Verdict.Failing).keySet().stream()
                .anyMatch(service -> check.value().startsWith(service.value()));
    }

    @Test
    void the_only_host_that_is_held_here_is_believed_to_be_down_when_a_borrowed_one_is_reached() {
        var watch = watch(four());
        watch.asks(Set.of(D, A, B), Set.of());
        watch.canaryAnswered(seen(A, UP));

        watch.observed(seen(D, UNREACHED));
        assertThat(isFailing(watch, D)).isFalse();
        watch.canaryAnswered(seen(A, UP));

        assertThat(isFailing(watch, D)).isTrue();
    }

    @Test
    void an_outage_of_our_own_is_nobodys_problem_though_a_host_was_reached_that_is_asked_elsewhere_now() {
        var watch = watch(four());
        watch.asks(Set.of(A, B, C, D), Set.of());
        watch.observed(seen(C, UP));
        watch.asks(Set.of(D, A, B), Set.of(C));
        watch.canaryAnswered(seen(A, UP));

        watch.canaryAnswered(seen(A, UNREACHED));
        watch.canaryAnswered(seen(B, UNREACHED));
        watch.observed(seen(D, UNREACHED));

        assertThat(watch.ownSideFails()).isTrue();
        assertThat(isFailing(watch, D)).isFalse();
    }

    @Test
    void what_was_held_back_of_a_check_that_is_asked_elsewhere_now_is_never_judged() {
        var watch = watch(four());
        watch.asks(Set.of(A, B, C, D), Set.of());
        watch.observed(seen(A, UP));
        watch.observed(seen(D, UNREACHED));

        watch.asks(Set.of(A, B, C), Set.of(D));
        watch.observed(seen(A, UP));

        assertThat(isFailing(watch, D)).isFalse();
    }
}
