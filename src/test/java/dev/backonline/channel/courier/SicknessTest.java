package dev.backonline.channel.courier;

import static dev.backonline.outbox.DeliveryState.HELD;
import static dev.backonline.outbox.DeliveryState.READY;
import static dev.backonline.outbox.DeliveryState.SENT;
import static dev.backonline.outbox.DeliveryState.SUPERSEDED;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.FakeNetwork.Mood;
import dev.backonline.channel.Probe;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Subscription.Late;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Refused credentials: the channel stands still, loses nothing, and goes on when they are mended. */
class SicknessTest {
    private static final String URL = " https://status.example.org/incidents/incident0001";
    private static final Probe READY_AGAIN = new Probe.Ready("@status", OptionalInt.empty());

    private final FakeNetwork network = new FakeNetwork(true);
    private final Office office = new Office(network, new Repeat.LookUp(), Late.SUMMARY);

    @Test
    void refused_credentials_hold_the_post_and_stop_the_channel() {
        network.next(Mood.REFUSES_CREDENTIALS);
        office.problem().pass(ofSeconds(1));

        office.still().pass(ofSeconds(30));

        assertThat(office.states()).containsExactly(HELD, READY);
        assertThat(office.deliveries().getFirst().reason().hold()).contains(Hold.CREDENTIALS);
        assertThat(office.steps()).containsOnlyOnce("stopped: HTTP 401: make a new token");
        assertThat(network.texts()).isEmpty();
    }

    @Test
    void mended_credentials_tell_what_is_still_useful() {
        network.next(Mood.REFUSES_CREDENTIALS);
        network.answers(new Probe.Refused("HTTP 401"));
        office.problem().pass(ofSeconds(1)).still().pass(ofMinutes(2));
        network.answers(READY_AGAIN);

        office.pass(ofMinutes(2));

        assertThat(office.steps()).contains("resumed");
        assertThat(office.states()).containsExactly(SUPERSEDED, SENT);
        assertThat(network.texts()).containsExactly("problem" + URL);
    }

    @Test
    void an_outage_that_passed_meanwhile_is_told_in_one_summary() {
        network.next(Mood.REFUSES_CREDENTIALS);
        network.answers(new Probe.Refused("HTTP 401"));
        office.problem().pass(ofSeconds(1)).resolved().pass(ofMinutes(1));
        network.answers(READY_AGAIN);

        office.pass(ofMinutes(2));

        assertThat(network.texts()).containsExactly("summary" + URL);
    }

    @Test
    void a_network_that_cannot_be_asked_is_tried_again_after_some_minutes() {
        network.next(Mood.REFUSES_CREDENTIALS, Mood.REFUSES_CREDENTIALS);

        office.problem().pass(ofMinutes(6));

        assertThat(office.states()).containsExactly(HELD);
        office.pass(ofMinutes(6));
        assertThat(network.texts()).containsExactly("problem" + URL);
    }

    @Test
    void a_new_start_asks_before_it_tries() {
        network.next(Mood.REFUSES_CREDENTIALS);
        office.problem().pass(ofSeconds(1));
        network.answers(READY_AGAIN);

        office.anew().pass(ofSeconds(1));

        assertThat(network.texts()).containsExactly("problem" + URL);
    }

    @Test
    void a_closing_channel_ends_its_threads_and_begins_none() {
        var closing = Office.closing(network);

        closing.problem().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));

        assertThat(closing.states()).containsExactly(SUPERSEDED, SUPERSEDED);
        assertThat(network.texts()).isEmpty();
    }

    @Test
    void a_server_that_takes_less_than_was_rehearsed_is_believed() {
        network.answers(new Probe.Ready("@status", OptionalInt.of(10)));
        office.courier().introduce();

        office.problem().pass(ofSeconds(1));

        assertThat(office.deliveries().getFirst().note()).isEqualTo("no wording of 'problem' fits into 10 characters");
    }
}
