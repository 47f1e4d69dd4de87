package dev.backonline.bot.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.desk.NewsLog;
import dev.backonline.bot.desk.Registry;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Publishing;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;
import dev.backonline.outbox.Subscription.Audience;
import dev.backonline.outbox.Subscription.Caution;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A channel that has had its posts of the day is an alarm for each open incident that it does not tell of. */
class RationsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");

    private final Store store = new MemoryStore().store();

    private Registry registry(OptionalInt cap) {
        var subscription = new Subscription(
                new ChannelId("birds"),
                Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.allOf(Saying.class),
                Subscription.Late.SUMMARY,
                false,
                new Caution(Publishing.Approval.NEVER, cap));
        var witness = new NewsLog(new SimpleMeterRegistry(), _ -> {});
        return new Registry(store, new Announcer(List.of(subscription)), witness, ZoneOffset.UTC);
    }

    private static List<String> keys(List<Alarm> alarms) {
        return alarms.stream().map(Alarm::key).toList();
    }

    @Test
    void only_the_incident_that_is_not_told_is_one() {
        var registry = registry(OptionalInt.of(1));
        var rations = new Rations(registry);
        registry.isWritten(Posts.problem("incident0001", NOW), NOW);
        assertThat(rations.alarms(NOW)).isEmpty();

        registry.isWritten(Posts.problem("incident0002", NOW.plusSeconds(60)), NOW.plusSeconds(60));

        assertThat(keys(rations.alarms(NOW.plusSeconds(61)))).containsExactly("capped/birds/incident0002");
    }

    @Test
    void without_a_ration_nothing_is_looked_for() {
        var registry = registry(OptionalInt.empty());
        registry.isWritten(Posts.problem("incident0001", NOW), NOW);
        registry.isWritten(Posts.problem("incident0002", NOW), NOW);

        assertThat(new Rations(registry).alarms(NOW)).isEmpty();
    }
}
