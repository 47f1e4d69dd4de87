package dev.backonline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Publishing.Approval;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Subscription.Caution;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is told of a change, who waits for a person, and whose posts for today are used up. */
class AnnouncerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final List<ServiceId> CHAT = List.of(new ServiceId("chat"));
    private static final Transition PROBLEM = new Transition.Problem(CHAT, Optional.empty());
    private static final Transition STILL = new Transition.Still(CHAT, Optional.empty());
    private static final Transition WORSE = new Transition.Worse(CHAT, Optional.empty());
    private static final Transition RESOLVED = new Transition.Resolved(CHAT, NOW);
    private static final Transition INTERMITTENT = new Transition.Intermittent(CHAT, NOW, Optional.empty());
    private static final Transition CORRECTION = new Transition.Correction(CHAT);

    private static Subscription square(Approval approve, OptionalInt cap) {
        return new Subscription(
                new ChannelId("square"),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ITALIAN, Locale.ENGLISH),
                EnumSet.allOf(Saying.class),
                Subscription.Late.SUMMARY,
                false,
                new Caution(approve, cap));
    }

    private static Change change(Transition transition, ServiceState state, boolean approved) {
        var update = new Update(1, NOW, Status.INVESTIGATING, transition, "made up");
        return new Change(
                new Incident(
                        new IncidentId("incident0001"),
                        1,
                        Status.INVESTIGATING,
                        NOW,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new Involved(CHAT.getFirst(), state, NOW)),
                        List.of(update)),
                approved,
                List.of());
    }

    record Asking(Transition transition, ServiceState state, Approval approve, boolean approved, boolean waits) {}

    static Stream<Asking> claims_wait_where_the_channel_asks() {
        var major = ServiceState.MAJOR_OUTAGE;
        var slow = ServiceState.DEGRADED_PERFORMANCE;
        return Stream.of(
                new Asking(PROBLEM, major, Approval.NEVER, false, false),
                new Asking(PROBLEM, major, Approval.MAJOR, false, true),
                new Asking(PROBLEM, slow, Approval.MAJOR, false, false),
                new Asking(PROBLEM, slow, Approval.ALWAYS, false, true),
                new Asking(WORSE, major, Approval.MAJOR, false, true),
                new Asking(INTERMITTENT, slow, Approval.ALWAYS, false, true),
                new Asking(PROBLEM, major, Approval.ALWAYS, true, false),
                new Asking(STILL, major, Approval.ALWAYS, false, false),
                new Asking(RESOLVED, slow, Approval.ALWAYS, false, false),
                new Asking(CORRECTION, slow, Approval.ALWAYS, false, false));
    }

    @ParameterizedTest
    @MethodSource
    void claims_wait_where_the_channel_asks(Asking one) {
        var announcer = new Announcer(List.of(square(one.approve(), OptionalInt.empty())), Duration.ofMinutes(15));

        var deliveries = announcer.deliveries(change(one.transition(), one.state(), one.approved()));

        assertThat(deliveries).hasSize(2).allSatisfy(delivery -> {
            assertThat(delivery.isAwaiting()).isEqualTo(one.waits());
            assertThat(delivery.notBefore()).isEqualTo(one.waits() ? NOW.plusSeconds(900) : NOW);
        });
    }

    @Test
    void what_is_beyond_the_cap_is_superseded_and_says_so() {
        var announcer = new Announcer(List.of(square(Approval.NEVER, OptionalInt.of(20))));

        var deliveries = announcer.deliveries(change(STILL, ServiceState.MAJOR_OUTAGE, false), _ -> 19);

        assertThat(deliveries.stream().map(Delivery::state))
                .containsExactly(DeliveryState.WAITING, DeliveryState.SUPERSEDED);
        assertThat(deliveries.getLast().note()).isEqualTo("the channel has had its 20 posts of today");
    }

    @Test
    void an_end_and_a_correction_are_told_whatever_the_cap() {
        var announcer = new Announcer(List.of(square(Approval.NEVER, OptionalInt.of(20))));

        var end = announcer.deliveries(change(RESOLVED, ServiceState.OPERATIONAL, false), _ -> 50);
        var correction = announcer.deliveries(change(CORRECTION, ServiceState.OPERATIONAL, false), _ -> 50);

        assertThat(end).allMatch(delivery -> delivery.state() == DeliveryState.WAITING);
        assertThat(correction).allMatch(delivery -> delivery.state() == DeliveryState.WAITING);
    }
}
