package dev.backonline.bot.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.desk.NewsLog;
import dev.backonline.bot.desk.Registry;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Subscription;
import dev.backonline.outbox.Subscription.Audience;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Operators are told of alarms on every internal channel, once each, also after a restart; and nobody else is. */
class SirenTest {
    private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");
    private static final Alarm REFUSED = new Alarm.Refused("square", "HTTP 401");
    private static final Alarm HELD = new Alarm.Held("square", 7, "nobody can tell");

    private final Store store = new MemoryStore().store();
    private boolean alone = true;
    private Instant now = START;
    private Siren siren = siren(Audience.PUBLIC, Audience.INTERNAL, Audience.INTERNAL);

    private Siren siren(Audience... audiences) {
        var subscriptions = IntStream.range(0, audiences.length)
                .mapToObj(number -> new Subscription(
                        new ChannelId("channel-" + number),
                        audiences[number],
                        List.of(Locale.ENGLISH),
                        EnumSet.allOf(Saying.class),
                        Subscription.Late.SUMMARY,
                        false))
                .toList();
        var witness = new NewsLog(new SimpleMeterRegistry(), _ -> {});
        return new Siren(new Registry(store, new Announcer(subscriptions), witness, ZoneOffset.UTC), () -> alone);
    }

    private void sound(Duration lasting, Alarm... alarms) {
        for (var end = now.plus(lasting); now.isBefore(end); now = now.plusSeconds(5)) {
            siren.sound(List.of(alarms), now);
        }
    }

    private void restart() {
        siren = siren(Audience.PUBLIC, Audience.INTERNAL, Audience.INTERNAL);
    }

    private List<String> told() {
        return store.outbox().open(1000).stream().map(this::line).toList();
    }

    private String line(Delivery delivery) {
        var update = store.incidents()
                .find(delivery.incident())
                .map(Incident::updates)
                .orElseThrow()
                .get(delivery.update() - 1);
        return delivery.recipient().channel() + " "
                + Saying.of(update.transition()).key();
    }

    @Test
    void one_that_stands_is_told_once_to_every_internal_channel_and_to_no_public_one() {
        sound(Duration.ofMinutes(10), REFUSED);

        assertThat(told()).containsExactly("channel-1 raised", "channel-2 raised");
    }

    @Test
    void after_a_restart_one_that_stands_is_not_told_anew_nor_taken_for_over() {
        sound(Duration.ofSeconds(30), REFUSED);
        restart();
        sound(Duration.ofSeconds(80));
        sound(Duration.ofMinutes(5), REFUSED);

        assertThat(told()).containsExactly("channel-1 raised", "channel-2 raised");
    }

    @Test
    void one_that_was_over_while_the_bot_was_away_is_told_to_be_so_soon_after_the_start() {
        sound(Duration.ofSeconds(30), REFUSED);
        restart();
        sound(Duration.ofMinutes(2));

        assertThat(told())
                .containsExactly("channel-1 raised", "channel-2 raised", "channel-1 cleared", "channel-2 cleared");
    }

    @Test
    void the_end_is_told_once_and_only_when_it_lasts() {
        sound(Duration.ofSeconds(30), REFUSED);
        sound(Duration.ofSeconds(5));
        sound(Duration.ofSeconds(30), REFUSED);
        assertThat(told()).hasSize(2);

        sound(Duration.ofMinutes(5));

        assertThat(told()).endsWith("channel-1 cleared", "channel-2 cleared").hasSize(4);
    }

    @Test
    void what_another_process_sees_is_not_over_because_this_one_does_not() {
        alone = false;
        var other = siren(Audience.PUBLIC, Audience.INTERNAL, Audience.INTERNAL);
        sound(Duration.ofSeconds(30), REFUSED);

        for (var second = 0; second < 600; second += 5) {
            other.sound(List.of(REFUSED), now);
            siren.sound(List.of(), now);
            now = now.plusSeconds(5);
        }
        assertThat(told()).hasSize(2);

        for (var second = 0; second < 120; second += 5) {
            other.sound(List.of(), now);
            siren.sound(List.of(), now);
            now = now.plusSeconds(5);
        }
        assertThat(told()).hasSize(4);
    }

    @Test
    void a_storm_is_told_as_one_alarm() {
        sound(Duration.ofSeconds(30), HELD);
        var storm = IntStream.range(0, 300)
                .<Alarm>mapToObj(number -> new Alarm.Held("square", number, "nobody can tell"))
                .toArray(Alarm[]::new);

        sound(Duration.ofMinutes(5), storm);

        assertThat(store.alarms().standing()).hasSize(2);
        assertThat(told()).hasSize(4);
    }

    @Test
    void where_no_channel_is_internal_nothing_is_written_down() {
        siren = siren(Audience.PUBLIC);

        sound(Duration.ofMinutes(5), REFUSED);

        assertThat(store.alarms().standing()).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void many_alarms_that_flicker_for_hours_are_told_a_few_times() {
        for (var round = 0; round < 200; round++) {
            sound(Duration.ofSeconds(30), REFUSED);
            sound(Duration.ofSeconds(60));
        }

        assertThat(told()).hasSizeLessThan(16);
    }
}
