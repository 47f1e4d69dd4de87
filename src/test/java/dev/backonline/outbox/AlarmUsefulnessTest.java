package dev.backonline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Subscription.Audience;
import dev.backonline.outbox.Usefulness.Use;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a delivery about an alarm is still good for when its turn has come. */
class AlarmUsefulnessTest {
    private static final Instant NOW = Instant.parse("2026-11-26T03:00:00Z");
    private static final Alarm HELD = new Alarm.Held("square", 7, "nobody can tell");
    private static final Recipient STAFF = new Recipient(new ChannelId("staff"), Locale.ENGLISH);

    private static final Incident STANDING = new Bell(Optional.empty())
            .stands(HELD, _ -> "alarm0000001", NOW)
            .orElseThrow()
            .incident();
    private static final Incident OVER = new Bell(Optional.of(STANDING))
            .over(NOW.plusSeconds(60))
            .orElseThrow()
            .incident();

    private static Subscription staff(Audience audience, boolean closing) {
        return new Subscription(
                STAFF.channel(),
                audience,
                List.of(STAFF.language()),
                EnumSet.allOf(Saying.class),
                Subscription.Late.SUMMARY,
                closing);
    }

    private static Delivery delivery(int update, DeliveryState state) {
        return new Delivery(
                new DeliveryId(update),
                1,
                STANDING.id(),
                Delivery.Origin.of(update),
                STAFF,
                state,
                0,
                NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Delivery.Reason.of(""));
    }

    /** Of the last one of a thread whose deliveries are in these states. */
    private static Use last(Incident story, Subscription subscription, DeliveryState... states) {
        var thread = IntStream.range(0, states.length)
                .mapToObj(number -> delivery(number + 1, states[number]))
                .toList();
        return new Usefulness(story, thread, subscription).of(thread.getLast());
    }

    @Test
    void that_it_stands_is_told_while_it_does() {
        assertThat(last(STANDING, staff(Audience.INTERNAL, false), DeliveryState.READY))
                .isEqualTo(new Use.Say(Saying.RAISED));
    }

    @Test
    void a_blip_that_was_over_before_it_was_sent_says_nothing() {
        var thread = List.of(delivery(1, DeliveryState.READY), delivery(2, DeliveryState.WAITING));
        var usefulness = new Usefulness(OVER, thread, staff(Audience.INTERNAL, false));

        assertThat(usefulness.of(thread.getFirst()))
                .isEqualTo(new Use.Superseded("something newer is to be told of the alarm"));
        assertThat(last(OVER, staff(Audience.INTERNAL, false), DeliveryState.SUPERSEDED, DeliveryState.READY))
                .isEqualTo(new Use.Superseded("nobody here was told of the alarm"));
        assertThat(last(OVER, staff(Audience.INTERNAL, false), DeliveryState.READY))
                .isEqualTo(new Use.Superseded("the alarm was over before it was told"));
    }

    @Test
    void whoever_was_told_hears_of_its_end() {
        assertThat(last(OVER, staff(Audience.INTERNAL, false), DeliveryState.SENT, DeliveryState.READY))
                .isEqualTo(new Use.Say(Saying.CLEARED));
    }

    @Test
    void a_closing_channel_begins_no_story() {
        assertThat(last(STANDING, staff(Audience.INTERNAL, true), DeliveryState.READY))
                .isEqualTo(new Use.Superseded("nobody here was told of the alarm"));
    }

    @Test
    void a_channel_that_has_become_public_since_carries_none_of_it() {
        assertThat(last(STANDING, staff(Audience.PUBLIC, false), DeliveryState.READY))
                .isEqualTo(new Use.Superseded("the channel is public, and an alarm is not"));
        assertThat(last(OVER, staff(Audience.PUBLIC, false), DeliveryState.SENT, DeliveryState.READY))
                .isEqualTo(new Use.Superseded("the channel is public, and an alarm is not"));
    }
}
