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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two processes that are told the same checks: what one is told, the other knows. */
class RelayTest {
    private static final Instant BEGAN = Instant.parse("2026-11-22T20:00:00Z");
    private static final CheckId PHOTOS = new CheckId("photos/1-heartbeat");
    private static final CheckId CHAT = new CheckId("chat/1-signal");
    private static final CheckId CALLS = new CheckId("calls/1-signal");
    private static final String FILE = """
            page: { name: Example, url: https://status.example.org, languages: [en] }
            services:
              photos:
                name: Photos
                checks: [ { type: heartbeat, id: photos-worker, token: made-up-photos, every: 1m, grace: 30s } ]
              chat:
                name: Chat
                checks: [ { type: signal, from: cloudevents, token: made-up-events } ]
              calls:
                name: Calls
                checks: [ { type: signal, from: cloudevents, token: made-up-others } ]
            """;

    private final BotConfig config = config();
    private final Map<CheckId, Answer> known = new HashMap<>();
    private final List<String> relayed = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private final Clock clock = new Clock(() -> BEGAN.plus(passed), () -> passed.toNanos());
    private final Reception other =
            new Reception(config, Set.of(), clock, (_, seen) -> known.put(seen.check(), seen.answer()));
    private final Reception one = new Reception(
            config, new Reception.Before(Set.of(), Optional.empty()), clock, (_, _) -> {}, (address, message) -> {
                relayed.add(message);
                other.hear(address, message);
            });

    private static BotConfig config() {
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", FILE)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken -> throw new AssertionError(mistaken.report(""));
        };
    }

    private void pass(Duration time) {
        var end = passed.plus(time);
        while (passed.compareTo(end) < 0) {
            passed = passed.plusMillis(500);
            one.look();
            other.look();
        }
    }

    private void beat() {
        var headers = Map.of("authorization", "Bearer made-up-photos");
        one.mailbox("heartbeat/photos-worker").orElseThrow().put("made-up-photos", new Notice("POST", "", headers, ""));
    }

    private void event(String type, String id) {
        var headers = Map.of("content-type", "application/cloudevents+json", "authorization", "Bearer made-up-events");
        var body = """
                {"specversion":"1.0","id":"%s","source":"/monitoring","type":"com.example.alert.%s","subject":"chat"}
                """.formatted(id, type);
        one.mailbox("signals/cloudevents").orElseThrow().put("made-up-events", new Notice("POST", "", headers, body));
    }

    @Test
    void who_calls_one_process_is_not_missed_by_the_other() {
        for (var minute = 0; minute < 5; minute++) {
            beat();
            pass(Duration.ofMinutes(1));
            assertThat(known.get(PHOTOS)).isEqualTo(new Answer.Up());
        }

        pass(Duration.ofSeconds(40));

        assertThat(known.get(PHOTOS)).isInstanceOf(Answer.Down.class);
    }

    @Test
    void an_alert_begins_and_ends_for_both_and_only_for_those_who_know_its_token() {
        event("firing", "1");
        pass(Duration.ofSeconds(1));
        assertThat(known.get(CHAT)).isInstanceOf(Answer.Down.class);
        assertThat(known.get(CALLS)).isEqualTo(new Answer.Up());

        event("resolved", "2");
        pass(Duration.ofSeconds(1));

        assertThat(known.get(CHAT)).isEqualTo(new Answer.Up());
    }

    @Test
    void no_token_is_passed_on() {
        beat();
        event("firing", "1");

        assertThat(relayed)
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).doesNotContain("made-up", "authorization", "Bearer"));
    }

    @Test
    void what_is_told_at_an_address_that_this_file_does_not_have_is_let_be() {
        other.hear("heartbeat/somebody-new", "{\"checks\":[\"new/1-heartbeat\"],\"method\":\"POST\"}");

        assertThat(known).isEmpty();
    }
}
