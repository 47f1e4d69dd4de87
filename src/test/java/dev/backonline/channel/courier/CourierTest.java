package dev.backonline.channel.courier;

import static dev.backonline.outbox.DeliveryState.ABANDONED;
import static dev.backonline.outbox.DeliveryState.HELD;
import static dev.backonline.outbox.DeliveryState.READY;
import static dev.backonline.outbox.DeliveryState.SENT;
import static dev.backonline.outbox.DeliveryState.SUPERSEDED;
import static dev.backonline.outbox.DeliveryState.UNKNOWN;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.FakeNetwork.Mood;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Lease;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Subscription.Audience;
import dev.backonline.outbox.Subscription.Late;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries through everything that a network does to them; what counts is what the network created. */
class CourierTest {
    private static final String URL = " https://status.example.org/incidents/incident0001";
    private static final Repeat KEYED = new Repeat.Keyed(ofMinutes(60));

    private final FakeNetwork network = new FakeNetwork(true);
    private final Office office = new Office(network, KEYED, Late.SUMMARY);

    @Test
    void an_outage_is_one_thread() {
        office.problem().pass(ofSeconds(1)).still().pass(ofSeconds(1));

        office.resolved().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL, "still" + URL, "resolved" + URL);
        assertThat(network.entries())
                .extracting(FakeNetwork.Entry::parent)
                .containsExactly(Optional.empty(), Optional.of("p0"), Optional.of("p1"));
    }

    @Test
    void after_its_end_was_told_the_next_news_of_trouble_says_that_it_came_back() {
        office.problem().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));

        office.again().still().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL, "resolved" + URL, "again" + URL);
    }

    @Test
    void an_end_is_not_told_twice_when_nobody_heard_of_the_trouble_between() {
        office.problem().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));

        office.again().resolved().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL, "resolved" + URL);
        assertThat(office.states()).containsExactly(SENT, SENT, SUPERSEDED, SUPERSEDED);
    }

    @Test
    void one_that_stops_begins_nothing_and_leaves_it_to_the_next() {
        office.problem().stop().pass(ofSeconds(15));
        assertThat(network.texts()).isEmpty();
        assertThat(office.states()).containsExactly(READY);

        office.anew().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_post_that_arrived_before_the_reset_is_found_and_not_repeated(boolean keys) {
        var server = new FakeNetwork(keys);
        var told = new Office(server, KEYED, Late.SUMMARY).problem();
        server.next(Mood.CREATES_THEN_RESETS);

        told.pass(ofSeconds(15));

        assertThat(server.texts()).containsExactly("problem" + URL);
        assertThat(told.states()).containsExactly(SENT);
        assertThat(told.deliveries().getFirst().posted()).contains(new Posted("p0", Optional.empty()));
    }

    @Test
    void a_post_that_did_not_arrive_is_repeated_after_it_was_looked_for() {
        network.next(Mood.RESETS);

        office.problem().pass(ofSeconds(15));

        assertThat(network.texts()).containsExactly("problem" + URL);
        assertThat(office.deliveries().getFirst().frozen().orElseThrow().key()).isEqualTo("key-1");
    }

    @Test
    void an_alarm_is_not_repeated_where_the_public_reads_now() {
        var own = new Office(network, new Repeat.Same(), Late.SUMMARY).readBy(Audience.INTERNAL);
        network.next(Mood.RESETS);
        own.alarm().pass(ofSeconds(1));
        assertThat(own.states()).containsExactly(UNKNOWN);

        own.readBy(Audience.PUBLIC).pass(ofMinutes(5));

        assertThat(network.texts()).isEmpty();
        assertThat(own.states()).containsExactly(SUPERSEDED);
    }

    @Test
    void the_network_is_given_time_to_settle_before_it_is_looked_at() {
        network.next(Mood.CREATES_THEN_RESETS);

        office.problem().pass(ofSeconds(9));

        assertThat(office.states()).containsExactly(UNKNOWN);
    }

    @Test
    void an_older_post_with_the_same_text_is_not_taken_for_ours() {
        network.postedByHand("problem" + URL, office.now());
        network.next(Mood.RESETS);

        office.problem().pass(ofSeconds(15));

        assertThat(network.texts()).hasSize(2);
    }

    @Test
    void while_the_list_cannot_be_read_nothing_is_repeated() {
        network.next(Mood.CREATES_THEN_RESETS);
        office.problem().pass(ZERO);
        network.listReadable(false);
        office.pass(ofMinutes(10));

        network.listReadable(true);
        office.pass(ofMinutes(3));

        assertThat(network.texts()).containsExactly("problem" + URL);
        assertThat(office.states()).containsExactly(SENT);
    }

    @Test
    void a_process_that_was_killed_while_it_sent_looks_before_it_repeats() {
        office.problem();
        var ready = office.deliveries().getFirst();
        var composed = new Frozen(
                Saying.PROBLEM,
                "key-0",
                "body",
                "problem" + URL,
                office.now(),
                Optional.empty(),
                Optional.empty(),
                false);
        office.outbox()
                .advance(List.of(
                        ready.sending(composed, new Lease("gone", office.now().plusSeconds(60), 1))));
        network.send(composed, office.now());

        office.restarted().pass(ofSeconds(40));

        assertThat(network.entries()).hasSize(1);
        assertThat(office.states()).containsExactly(SENT);
    }

    @Test
    void a_refused_connection_is_tried_again_within_two_seconds() {
        network.next(Mood.REFUSES);

        office.problem().pass(ofSeconds(2));

        assertThat(network.texts()).containsExactly("problem" + URL);
    }

    @Test
    void a_throttled_post_waits_for_as_long_as_the_network_says() {
        network.next(Mood.THROTTLES);
        office.problem().pass(ofSeconds(29));

        var before = network.texts();
        office.pass(ofSeconds(1));

        assertThat(before).isEmpty();
        assertThat(network.texts()).hasSize(1);
    }

    @Test
    void a_network_that_missed_everything_gets_one_honest_summary() {
        network.listReadable(false);
        office.problem()
                .pass(ofMinutes(5))
                .still()
                .pass(ofMinutes(5))
                .resolved()
                .pass(ofMinutes(1));

        network.listReadable(true);
        office.pass(ofMinutes(3));

        assertThat(network.texts()).containsExactly("summary" + URL);
        assertThat(office.states()).containsExactly(SUPERSEDED, SUPERSEDED, SENT);
    }

    @Test
    void a_network_that_missed_the_beginning_hears_of_the_problem_as_it_is_now() {
        network.listReadable(false);
        office.problem().pass(ofMinutes(5)).still().pass(ofMinutes(1));

        network.listReadable(true);
        office.pass(ofMinutes(3)).resolved().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL, "resolved" + URL);
    }

    @Test
    void with_late_drop_a_network_that_missed_everything_gets_nothing() {
        var told = new Office(network, KEYED, Late.DROP);
        network.listReadable(false);
        told.problem().pass(ofMinutes(5)).resolved();

        network.listReadable(true);
        told.pass(ofMinutes(3));

        assertThat(network.texts()).isEmpty();
        assertThat(told.states()).containsExactly(SUPERSEDED, ABANDONED);
    }

    @Test
    void an_end_that_was_not_told_yet_is_cancelled_by_its_relapse() {
        office.problem().pass(ofSeconds(1));
        network.listReadable(false);
        office.resolved().pass(ofSeconds(30)).again().pass(ofSeconds(30));

        network.listReadable(true);
        office.pass(ofMinutes(3)).resolved().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL, "resolved" + URL);
    }

    @Test
    void a_rejected_post_is_abandoned_and_nothing_waits_for_it() {
        network.next(Mood.REJECTS);
        office.problem().pass(ofSeconds(1));

        office.resolved().pass(ofSeconds(1));

        assertThat(office.states()).containsExactly(ABANDONED, SENT);
        assertThat(network.texts()).containsExactly("summary" + URL);
    }

    @Test
    void where_we_choose_the_id_a_repeat_is_the_same_post() {
        var told = new Office(network, new Repeat.Same(), Late.SUMMARY);
        network.next(Mood.CREATES_THEN_RESETS, Mood.REFUSES, Mood.RESETS);

        told.problem().pass(ofMinutes(3));

        assertThat(network.entries()).extracting(FakeNetwork.Entry::key).containsExactly("key-1");
        assertThat(told.states()).containsExactly(SENT);
    }

    @Test
    void where_nobody_can_tell_hold_leaves_it_to_a_person() {
        var told = new Office(network, new Repeat.Blind(OnUnknown.HOLD), Late.SUMMARY);
        network.next(Mood.CREATES_THEN_RESETS);

        told.problem().pass(ofMinutes(3));

        assertThat(network.texts()).hasSize(1);
        assertThat(told.states()).containsExactly(HELD);
    }

    @Test
    void where_nobody_can_tell_resend_rather_says_it_twice() {
        var forgetful = new FakeNetwork(false);
        var told = new Office(forgetful, new Repeat.Blind(OnUnknown.RESEND), Late.SUMMARY);
        forgetful.next(Mood.CREATES_THEN_RESETS);

        told.problem().pass(ofMinutes(3));

        assertThat(forgetful.texts()).hasSize(2);
        assertThat(told.states()).containsExactly(SENT);
    }

    @Test
    void a_follow_up_waits_for_the_fate_of_what_it_replies_to() {
        network.next(Mood.CREATES_THEN_RESETS);

        office.problem().pass(ofSeconds(1)).resolved().pass(ofSeconds(20));

        assertThat(network.texts()).containsExactly("problem" + URL, "resolved" + URL);
        assertThat(network.entries().getLast().parent()).contains("p0");
    }

    @Test
    void nothing_is_written_to_the_socket_too_late_after_the_claim() {
        office.stalling(ofSeconds(11));

        office.problem().pass(ZERO);

        assertThat(network.entries()).isEmpty();
        assertThat(office.states()).containsExactly(READY);
    }

    @Test
    void a_follow_up_to_a_post_that_was_deleted_stands_alone() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.MISSES_THE_PARENT);

        office.resolved().pass(ofSeconds(1));

        assertThat(office.states()).containsExactly(SENT, SENT);
        assertThat(network.entries().getLast().parent()).isEmpty();
    }

    @Test
    void a_server_that_takes_everything_and_answers_nothing_is_not_posted_to_for_ever() {
        var forgetful = new FakeNetwork(false);
        var told = new Office(forgetful, new Repeat.Blind(OnUnknown.RESEND), Late.SUMMARY);
        forgetful.next(Mood.CREATES_THEN_RESETS, Mood.CREATES_THEN_RESETS, Mood.CREATES_THEN_RESETS);

        told.problem().pass(ofMinutes(10));

        assertThat(forgetful.texts()).hasSize(3);
        assertThat(told.states()).containsExactly(HELD);
    }
}
