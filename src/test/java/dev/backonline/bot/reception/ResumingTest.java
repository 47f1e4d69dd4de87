package dev.backonline.bot.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Clock;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Notice;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was told before the file was changed is known afterwards, of the checks that are still the same. */
class ResumingTest {
    private static final CheckId PHOTOS = new CheckId("photos/1-heartbeat");
    private static final CheckId CHAT = new CheckId("chat/1-signal");
    private static final String FILE = """
            page: { name: Example, url: https://status.example.org, languages: [en] }
            services:
              photos:
                name: Photos
                checks: [ { type: heartbeat, id: photos-worker, token: made-up-photos, every: 1m, grace: 30s } ]
              chat:
                name: Chat
                checks: [ { type: signal, from: alertmanager, token: made-up-alerts, match: { service: chat } } ]
            """;
    private static final String FIRING = """
            { "version": "4", "status": "firing", "alerts": [ { "status": "firing", "labels": { "alertname": "Down",
              "service": "chat" }, "startsAt": "2026-11-26T13:00:00Z", "fingerprint": "a1" } ] }
            """;

    private final Map<CheckId, Answer> known = new HashMap<>();
    private Duration passed = Duration.ZERO;
    private final Clock clock = new Clock(() -> Instant.EPOCH.plus(passed), () -> passed.toNanos());

    private Reception reception(String file, Optional<Reception> former) {
        var before = new Reception.Before(Set.of(), former);
        return new Reception(
                config(file), before, clock, (_, seen) -> known.put(seen.check(), seen.answer()), (_, _) -> {});
    }

    private static BotConfig config(String file) {
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", file)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken -> throw new AssertionError(mistaken.report(""));
        };
    }

    private void pass(Reception reception, Duration time) {
        for (var end = passed.plus(time); passed.compareTo(end) < 0; ) {
            passed = passed.plus(reception.look());
        }
        reception.look();
    }

    private Reception told() {
        var first = reception(FILE, Optional.empty());
        first.mailbox("heartbeat/photos-worker")
                .orElseThrow()
                .put("made-up-photos", new Notice("POST", "", Map.of(), ""));
        first.mailbox("signals/alertmanager")
                .orElseThrow()
                .put("made-up-alerts", new Notice("POST", "", Map.of("content-type", "application/json"), FIRING));
        return first;
    }

    @Test
    void silence_began_before_and_an_alert_still_stands() {
        var first = told();
        pass(first, Duration.ofSeconds(80));
        known.clear();

        var next = reception(FILE, Optional.of(first));
        pass(next, Duration.ofSeconds(5));
        assertThat(known.get(PHOTOS)).isInstanceOf(Answer.Up.class);
        assertThat(known.get(CHAT)).isInstanceOf(Answer.Down.class);
        pass(next, Duration.ofSeconds(6));

        assertThat(known.get(PHOTOS)).isInstanceOf(Answer.Down.class);
    }

    @Test
    void a_check_that_is_another_one_now_knows_nothing() {
        var first = told();
        pass(first, Duration.ofSeconds(80));
        known.clear();

        var next = reception(
                FILE.replace("every: 1m", "every: 65s").replace("service: chat", "service: chats"), Optional.of(first));
        pass(next, Duration.ofSeconds(20));

        assertThat(known.get(PHOTOS)).isNotInstanceOf(Answer.Down.class);
        assertThat(known.get(CHAT)).isNotInstanceOf(Answer.Down.class);
    }
}
