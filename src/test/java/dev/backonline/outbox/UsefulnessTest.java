package dev.backonline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Usefulness.Use;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Threads in every condition that a network's absence can leave them in, and what the next delivery is still good for. */
class UsefulnessTest {
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");
    private static final List<ServiceId> CHAT = List.of(new ServiceId("chat"));
    private static final Transition PROBLEM = new Transition.Problem(CHAT, Optional.empty());
    private static final Transition STILL = new Transition.Still(CHAT, Optional.empty());
    private static final Transition RECOVERING = new Transition.Recovering(CHAT);
    private static final Transition RESOLVED = new Transition.Resolved(CHAT, NOW);
    private static final Transition WORSE = new Transition.Worse(CHAT, Optional.empty());
    private static final Transition INTERMITTENT = new Transition.Intermittent(CHAT, NOW, Optional.empty());
    private static final Transition NOTE = new Transition.Note(CHAT, Optional.empty());
    private static final Transition CORRECTION = new Transition.Correction(CHAT);
    private static final Transition AGAIN = new Transition.Again(CHAT, NOW, Optional.empty());

    private final List<Transition> transitions = new ArrayList<>();
    private final List<Delivery> thread = new ArrayList<>();

    private UsefulnessTest told(Transition transition, DeliveryState state) {
        transitions.add(transition);
        var number = transitions.size();
        var recipient = new Recipient(new ChannelId("square"), Locale.ENGLISH);
        var frozen = new Frozen(
                Saying.of(transition),
                "key",
                "body",
                "text",
                NOW,
                Optional.empty(),
                Optional.empty(),
                state == DeliveryState.HELD);
        thread.add(new Delivery(
                new DeliveryId(number),
                1,
                new IncidentId("incident0001"),
                Delivery.Origin.of(number),
                recipient,
                state,
                0,
                NOW,
                Optional.of(frozen),
                Optional.empty(),
                Optional.empty(),
                new Delivery.Reason("", Optional.empty())));
        return this;
    }

    private static Subscription subscription(Subscription.Late late) {
        return new Subscription(
                new ChannelId("square"),
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                Set.of(Saying.PROBLEM),
                late,
                false);
    }

    private Use use(Transition transition, Subscription.Late late) {
        var place = transitions.lastIndexOf(transition);
        return new Usefulness(incident(), thread, subscription(late)).of(thread.get(place));
    }

    private Use use(Transition transition) {
        return use(transition, Subscription.Late.SUMMARY);
    }

    private Incident incident() {
        var over = status(transitions.getLast()).isOver();
        var updates = new ArrayList<Update>();
        transitions.forEach(one -> updates.add(new Update(updates.size() + 1, NOW, status(one), one, "")));
        return new Incident(
                new IncidentId("incident0001"),
                updates.size(),
                status(transitions.getLast()),
                NOW,
                NOW,
                over ? Optional.of(NOW) : Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT.getFirst(), ServiceState.MAJOR_OUTAGE, NOW)),
                updates);
    }

    private static Status status(Transition transition) {
        return switch (transition) {
            case Transition.Resolved _ -> Status.RESOLVED;
            case Transition.Correction _ -> Status.WITHDRAWN;
            case Transition.Recovering _ -> Status.MONITORING;
            case Transition.Staged staged -> Status.valueOf(staged.stage().name());
            case Transition.Alarmed alarmed -> alarmed.stands() ? Status.INVESTIGATING : Status.RESOLVED;
            case Transition.Problem _,
                    Transition.Still _,
                    Transition.Worse _,
                    Transition.Better _,
                    Transition.Again _,
                    Transition.Intermittent _,
                    Transition.Note _ -> Status.INVESTIGATING;
        };
    }

    @Test
    void a_problem_is_told_as_it_is() {
        told(PROBLEM, DeliveryState.READY);

        var use = use(PROBLEM);

        assertThat(use).isEqualTo(new Use.Say(Saying.PROBLEM));
    }

    @Test
    void a_problem_that_was_over_before_it_was_told_gives_way_to_one_summary() {
        told(PROBLEM, DeliveryState.READY).told(STILL, DeliveryState.WAITING).told(RESOLVED, DeliveryState.WAITING);

        var first = use(PROBLEM);
        thread.set(0, thread.get(0).superseded(""));
        thread.set(1, thread.get(1).superseded(""));
        var last = use(RESOLVED);

        assertThat(first).isInstanceOf(Use.Superseded.class);
        assertThat(last).isEqualTo(new Use.Say(Saying.SUMMARY));
    }

    @Test
    void with_late_drop_an_outage_that_nobody_was_told_of_is_not_told() {
        told(PROBLEM, DeliveryState.SUPERSEDED).told(RESOLVED, DeliveryState.READY);

        var use = use(RESOLVED, Subscription.Late.DROP);

        assertThat(use).isInstanceOf(Use.Unwanted.class);
    }

    @Test
    void the_last_word_of_an_opened_thread_is_told_even_with_late_drop() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.READY);

        var use = use(RESOLVED, Subscription.Late.DROP);

        assertThat(use).isEqualTo(new Use.Say(Saying.RESOLVED));
    }

    @Test
    void the_last_word_is_told_where_the_first_may_have_been_seen() {
        told(PROBLEM, DeliveryState.HELD).told(RESOLVED, DeliveryState.READY);

        var use = use(RESOLVED);

        assertThat(use).isEqualTo(new Use.Say(Saying.RESOLVED));
    }

    @Test
    void a_follow_up_that_is_the_first_to_get_through_tells_of_the_problem() {
        told(PROBLEM, DeliveryState.SUPERSEDED).told(STILL, DeliveryState.READY);

        var use = use(STILL);

        assertThat(use).isEqualTo(new Use.Say(Saying.PROBLEM));
    }

    @Test
    void a_follow_up_gives_way_to_newer_news() {
        told(PROBLEM, DeliveryState.SENT).told(STILL, DeliveryState.READY).told(RESOLVED, DeliveryState.WAITING);

        var use = use(STILL);

        assertThat(use).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void trouble_that_came_back_cancels_an_end_that_was_not_told_yet() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.READY).told(AGAIN, DeliveryState.WAITING);

        var end = use(RESOLVED);
        thread.set(1, thread.get(1).superseded(""));
        var again = use(AGAIN);

        assertThat(end).isInstanceOf(Use.Superseded.class);
        assertThat(again).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void trouble_that_came_back_after_its_end_was_told_is_told() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.SENT).told(AGAIN, DeliveryState.READY);

        var use = use(AGAIN);

        assertThat(use).isEqualTo(new Use.Say(Saying.AGAIN));
    }

    @Test
    void a_recovery_is_not_told_where_nobody_heard_of_the_problem() {
        told(PROBLEM, DeliveryState.SUPERSEDED).told(RECOVERING, DeliveryState.READY);

        var use = use(RECOVERING);

        assertThat(use).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void an_end_that_the_channel_is_not_told_makes_a_late_problem_stale() {
        told(PROBLEM, DeliveryState.READY);
        transitions.add(RESOLVED);

        var use = use(PROBLEM);

        assertThat(use).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void a_correction_is_owed_to_whoever_may_have_read_anything() {
        for (var seen : List.of(DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.HELD)) {
            transitions.clear();
            thread.clear();
            told(PROBLEM, seen).told(CORRECTION, DeliveryState.READY);

            var use = use(CORRECTION, Subscription.Late.DROP);

            assertThat(use).as("%s", seen).isEqualTo(new Use.Say(Saying.CORRECTION));
        }
    }

    @Test
    void a_correction_is_told_after_the_end_too() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.SENT).told(CORRECTION, DeliveryState.READY);

        var use = use(CORRECTION);

        assertThat(use).isEqualTo(new Use.Say(Saying.CORRECTION));
    }

    @Test
    void a_correction_replaces_all_that_was_not_told_yet() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.READY).told(CORRECTION, DeliveryState.WAITING);

        var end = use(RESOLVED);

        assertThat(end).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void a_correction_is_not_told_where_nobody_heard_of_the_false_alarm() {
        told(PROBLEM, DeliveryState.SUPERSEDED).told(CORRECTION, DeliveryState.READY);

        var use = use(CORRECTION);

        assertThat(use).isEqualTo(new Use.Superseded("nobody here was told of the false alarm"));
    }

    @Test
    void a_false_alarm_that_was_not_told_yet_is_not_told_any_more() {
        told(PROBLEM, DeliveryState.READY);
        transitions.add(CORRECTION);

        var use = use(PROBLEM);

        assertThat(use).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void a_persons_words_are_told_as_they_are() {
        told(PROBLEM, DeliveryState.SENT).told(RECOVERING, DeliveryState.SENT).told(NOTE, DeliveryState.READY);

        var use = use(NOTE);

        assertThat(use).isEqualTo(new Use.Say(Saying.NOTE));
    }

    @Test
    void a_persons_words_that_are_the_first_to_get_through_tell_of_the_problem() {
        told(PROBLEM, DeliveryState.SUPERSEDED).told(NOTE, DeliveryState.READY);

        var use = use(NOTE);

        assertThat(use).isEqualTo(new Use.Say(Saying.PROBLEM));
    }

    @Test
    void a_persons_words_give_way_to_newer_ones() {
        told(PROBLEM, DeliveryState.SENT).told(NOTE, DeliveryState.READY).told(RESOLVED, DeliveryState.WAITING);

        var use = use(NOTE);

        assertThat(use).isInstanceOf(Use.Superseded.class);
    }

    @Test
    void trouble_that_comes_and_goes_is_told_whether_it_was_last_said_to_be_over_or_not() {
        told(PROBLEM, DeliveryState.SENT).told(RESOLVED, DeliveryState.SENT).told(INTERMITTENT, DeliveryState.READY);

        var use = use(INTERMITTENT);

        assertThat(use).isEqualTo(new Use.Say(Saying.INTERMITTENT));
    }

    @Test
    void what_follows_from_a_beginning_that_was_not_approved_is_not_told() {
        told(PROBLEM, DeliveryState.WAITING)
                .told(STILL, DeliveryState.SUPERSEDED)
                .told(RESOLVED, DeliveryState.READY);
        var problem = thread.getFirst();
        thread.set(0, problem.awaiting(NOW, "waits").refused("nobody approved it"));

        var use = use(RESOLVED);

        assertThat(use).isEqualTo(new Use.Superseded("its beginning was not approved"));
    }

    @Test
    void a_worsening_that_was_approved_tells_of_the_problem_where_its_beginning_was_not() {
        told(PROBLEM, DeliveryState.WAITING).told(WORSE, DeliveryState.READY);
        var problem = thread.getFirst();
        thread.set(0, problem.awaiting(NOW, "waits").refused("nobody approved it"));

        var use = use(WORSE);

        assertThat(use).isEqualTo(new Use.Say(Saying.PROBLEM));
    }
}
