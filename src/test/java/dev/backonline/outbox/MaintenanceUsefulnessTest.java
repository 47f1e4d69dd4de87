package dev.backonline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.upkeep.Herald;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Usefulness.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is still worth telling of a maintenance on a network that could not be reached for a while. */
class MaintenanceUsefulnessTest {
    private static final Instant START = Instant.parse("2026-12-01T01:00:00Z");
    private static final Instant END = START.plusSeconds(3600);
    private static final IncidentId ID = new IncidentId("maintenance1");
    private static final Maintenance UPGRADE = new Maintenance(
            new MaintenanceId("upgrade"),
            new Translated(Map.of(Locale.ENGLISH, "Upgrade")),
            Optional.empty(),
            List.of(new ServiceId("chat")),
            START,
            END,
            false);

    private Optional<Incident> story = Optional.empty();
    private final List<Delivery> thread = new ArrayList<>();

    private MaintenanceUsefulnessTest told(Instant at, boolean sent) {
        return told(UPGRADE, at, sent);
    }

    private MaintenanceUsefulnessTest told(Maintenance maintenance, Instant at, boolean sent) {
        story = new Herald(ID, story).next(maintenance, at).map(Change::incident);
        var fresh = Delivery.of(ID, thread.size() + 1, new Recipient(new ChannelId("square"), Locale.ENGLISH), at);
        thread.add(new Delivery(
                new DeliveryId(thread.size() + 1L),
                1,
                ID,
                fresh.origin(),
                fresh.recipient(),
                sent ? DeliveryState.SENT : DeliveryState.READY,
                0,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fresh.reason()));
        return this;
    }

    private Use use(int number, boolean closing) {
        var subscription = new Subscription(
                new ChannelId("square"),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                Set.of(Saying.SCHEDULED),
                Subscription.Late.SUMMARY,
                closing);
        return new Usefulness(story.orElseThrow(), thread, subscription).of(thread.get(number - 1));
    }

    private Use use(int number) {
        return use(number, false);
    }

    @Test
    void a_plan_a_beginning_and_an_end_are_told_in_their_own_time() {
        assertThat(told(START.minusSeconds(60), true).use(1)).isEqualTo(new Use.Say(Saying.SCHEDULED));
        assertThat(told(START, true).use(2)).isEqualTo(new Use.Say(Saying.STARTED));
        assertThat(told(END, false).use(3)).isEqualTo(new Use.Say(Saying.COMPLETED));
    }

    @Test
    void a_plan_that_could_not_be_told_gives_way_to_the_beginning() {
        told(START.minusSeconds(60), false).told(START, false);

        assertThat(use(1)).isEqualTo(new Use.Superseded("something newer is to be told"));
        assertThat(use(2)).isEqualTo(new Use.Say(Saying.STARTED));
    }

    @Test
    void a_plan_is_no_news_once_it_has_begun_even_if_the_beginning_is_not_told_here() {
        told(START.minusSeconds(60), false);
        story = new Herald(ID, story).next(UPGRADE, START).map(Change::incident);

        assertThat(use(1)).isEqualTo(new Use.Superseded("the maintenance has come further"));
    }

    @Test
    void an_end_is_told_to_none_but_those_who_were_told_of_it() {
        told(START, false).told(END, false);

        assertThat(use(2)).isEqualTo(new Use.Superseded("nobody here was told of the maintenance"));
    }

    @Test
    void one_that_is_called_off_is_told_to_those_who_were_told_of_it() {
        told(START.minusSeconds(60), true).told(UPGRADE.calledOff(), START.minusSeconds(30), false);

        assertThat(use(2)).isEqualTo(new Use.Say(Saying.CANCELLED));
    }

    @Test
    void a_channel_that_is_closing_begins_nothing_and_ends_what_it_began() {
        told(START.minusSeconds(60), false);
        assertThat(use(1, true)).isEqualTo(new Use.Superseded("nobody here was told of the maintenance"));

        thread.clear();
        story = Optional.empty();
        told(START, true).told(END, false);
        assertThat(use(2, true)).isEqualTo(new Use.Say(Saying.COMPLETED));
    }
}
