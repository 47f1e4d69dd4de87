package dev.backonline.channel.courier;

import static dev.backonline.outbox.DeliveryState.HELD;
import static dev.backonline.outbox.DeliveryState.SENT;
import static dev.backonline.outbox.DeliveryState.SUPERSEDED;
import static dev.backonline.outbox.DeliveryState.UNKNOWN;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Capabilities.OnUnknown;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.FakeNetwork;
import dev.backonline.channel.FakeNetwork.Entry;
import dev.backonline.channel.FakeNetwork.Mood;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Hold;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Subscription.Audience;
import dev.backonline.outbox.Subscription.Late;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One post that is kept up to date through everything that a network does to edits; what counts is what readers see. */
class LiveCourierTest {
    private final FakeNetwork network = new FakeNetwork(true);

    private final Office office = new Office(network, new Repeat.Keyed(ofMinutes(60)), Late.SUMMARY).live();

    /** The first words of what readers see now. */
    private List<String> shown() {
        return network.texts().stream()
                .map(text -> text.replaceFirst(" (?s).*", ""))
                .toList();
    }

    @Test
    void an_outage_is_one_post_that_says_how_things_are_and_since_when() {
        office.problem().pass(ofMinutes(20)).still().pass(ofMinutes(20));
        var during = network.texts();
        office.resolved().pass(ofSeconds(1));

        assertThat(during).containsExactly("still https://status.example.org/incidents/incident0001\n(8:20 PM Z)");
        assertThat(shown()).containsExactly("resolved");
        assertThat(office.deliveries())
                .extracting(Delivery::posted)
                .containsOnly(Optional.of(new Posted("p0", Optional.empty())));
    }

    @Test
    void trouble_that_came_back_after_its_end_was_told_is_another_post_that_is_kept_up_to_date() {
        office.problem().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));
        office.again().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));

        assertThat(shown()).containsExactly("resolved", "resolved");
        assertThat(network.edits()).hasSize(2);
        assertThat(network.entries()).extracting(Entry::parent).containsOnly(Optional.empty());
    }

    @Test
    void an_edit_in_doubt_is_made_again_and_nothing_newer_before_it() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.CREATES_THEN_RESETS);
        office.still().pass(ofSeconds(1)).resolved();
        var meanwhile = office.pass(ofSeconds(5)).states();
        office.pass(ofSeconds(20));

        assertThat(meanwhile.get(1)).isEqualTo(UNKNOWN);
        assertThat(shown()).containsExactly("resolved");
        assertThat(network.edits()).hasSize(3);
        assertThat(office.states()).containsExactly(SENT, SENT, SENT);
    }

    @Test
    void an_end_in_doubt_is_known_before_anybody_says_that_it_came_back() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.CREATES_THEN_RESETS);
        office.resolved().pass(ofSeconds(1)).again().pass(ofSeconds(20));

        assertThat(shown()).containsExactly("resolved", "again");
    }

    @Test
    void an_edit_in_doubt_is_never_left_to_a_person() {
        var told = new Office(network, new Repeat.Blind(OnUnknown.HOLD), Late.SUMMARY).live();
        told.problem().pass(ofSeconds(1));
        network.next(Mood.RESETS, Mood.RESETS, Mood.RESETS, Mood.RESETS);
        told.resolved().pass(ofMinutes(3));

        assertThat(shown()).containsExactly("resolved");
        assertThat(told.states()).containsExactly(SENT, SENT);
    }

    @Test
    void an_edit_needs_no_look_at_the_networks_list() {
        office.problem().pass(ofSeconds(1));
        network.listReadable(false);
        network.next(Mood.RESETS);
        office.resolved().pass(ofSeconds(20));

        assertThat(shown()).containsExactly("resolved");
    }

    @Test
    void a_post_that_was_deleted_is_made_anew() {
        office.problem().pass(ofSeconds(1)).still().pass(ofSeconds(1));
        network.deleteAll();
        office.resolved().pass(ofSeconds(1));

        assertThat(shown()).containsExactly("resolved");
        assertThat(network.edits()).hasSize(1);
        assertThat(office.states()).containsExactly(SENT, SENT, SENT);
    }

    @Test
    void a_post_that_was_deleted_while_an_edit_was_in_doubt_is_made_anew() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.RESETS);
        office.resolved().pass(ofSeconds(1));
        network.deleteAll();
        office.pass(ofSeconds(20));

        assertThat(shown()).containsExactly("resolved");
        assertThat(office.states()).containsExactly(SENT, SENT);
    }

    @Test
    void what_the_network_does_not_let_us_edit_any_more_is_told_in_a_new_post() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.REJECTS);
        office.still().pass(ofSeconds(1)).resolved().pass(ofSeconds(1));

        assertThat(shown()).containsExactly("problem", "resolved");
    }

    @Test
    void what_was_held_never_takes_the_place_of_what_is_newer() {
        office.problem().pass(ofSeconds(1));
        office.still();
        var held = office.outbox()
                .advance(List.of(office.deliveries()
                        .getLast()
                        .sending(
                                office.deliveries().getFirst().frozen().orElseThrow(),
                                office.deliveries()
                                        .getLast()
                                        .claim("gone", office.now().plusSeconds(1)))))
                .flatMap(list -> office.outbox().advance(List.of(list.getFirst().held(Hold.ADDRESS, "moved"))))
                .orElseThrow()
                .getFirst();
        office.still().pass(ofSeconds(1));
        var before = office.states();
        office.outbox().advance(List.of(held.afresh(office.now(), "released")));
        office.pass(ofSeconds(1));

        assertThat(before).containsExactly(SENT, HELD, SENT);
        assertThat(network.edits()).hasSize(1);
        assertThat(office.states()).containsExactly(SENT, SUPERSEDED, SENT);
    }

    @Test
    void a_process_that_was_killed_while_it_edited_does_it_again() {
        office.problem().pass(ofSeconds(1));
        network.next(Mood.RESETS);
        office.resolved().pass(ofSeconds(1));
        var unknown = office.deliveries().getLast();
        office.outbox().advance(List.of(unknown.repeat(office.now(), "as if nothing had been said")));
        var ready = office.deliveries().getLast();
        office.outbox()
                .advance(List.of(ready.sending(
                        ready.frozen().orElseThrow(),
                        ready.claim("gone", office.now().plusSeconds(60)))));
        office.restarted().anew().pass(ofSeconds(40));

        assertThat(shown()).containsExactly("resolved");
        assertThat(network.edits()).hasSize(1);
    }

    @Test
    void an_alarm_is_one_post_too() {
        var own = new Office(network, new Repeat.Same(), Late.SUMMARY)
                .readBy(Audience.INTERNAL)
                .live();
        own.alarm().pass(ofSeconds(1));

        assertThat(network.texts()).singleElement().asString().endsWith("Z)");
    }
}
