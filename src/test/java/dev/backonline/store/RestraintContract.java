package dev.backonline.store;

import static dev.backonline.store.Samples.CHAT;
import static dev.backonline.store.Samples.NOW;
import static dev.backonline.store.Samples.PHOTOS;
import static dev.backonline.store.Samples.SKY;
import static dev.backonline.store.Samples.SQUARE;
import static dev.backonline.store.Samples.delivery;
import static dev.backonline.store.Samples.id;
import static dev.backonline.store.Samples.only;
import static dev.backonline.store.Samples.opened;
import static dev.backonline.store.Samples.record;
import static dev.backonline.store.Samples.resolved;
import static dev.backonline.store.Samples.still;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Dismissal;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.outbox.DeliveryState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How what holds decisions back is kept. */
interface RestraintContract extends StoreContract {
    Draft DRAFT = new Draft(
            Samples.id(1),
            List.of(CHAT, PHOTOS),
            ServiceState.MAJOR_OUTAGE,
            NOW,
            NOW.plusSeconds(900),
            Optional.empty(),
            "HTTP 503, 3 of 5 (approve: always)");
    Dismissal DISMISSAL = new Dismissal(CHAT, ServiceState.PARTIAL_OUTAGE, NOW, "nobody approved it");
    Mute MUTE = new Mute("ada", NOW, "a drill");

    @Test
    default void nothing_holds_back_at_first() {
        var restraint = store().restraints().restraint();

        assertThat(restraint).isEqualTo(Restraint.NONE);
    }

    @Test
    default void what_is_kept_is_read_as_it_was() {
        var book = store().restraints();

        var kept = List.of(
                book.keep(new Decision.Muted(MUTE)),
                book.keep(new Decision.Drafted(DRAFT)),
                book.keep(new Decision.Approved(DRAFT, "bob", NOW)));

        assertThat(kept).containsOnly(true);
        assertThat(book.restraint())
                .isEqualTo(new Restraint(Optional.of(MUTE), List.of(DRAFT.approved("bob")), List.of()));
    }

    @Test
    default void each_is_kept_and_ended_once() {
        var book = store().restraints();
        book.keep(new Decision.Muted(MUTE));
        book.keep(new Decision.Drafted(DRAFT));
        book.keep(new Decision.Approved(DRAFT, "bob", NOW));

        assertThat(book.keep(new Decision.Muted(new Mute("bob", NOW, "too")))).isFalse();
        assertThat(book.keep(new Decision.Drafted(DRAFT))).isFalse();
        assertThat(book.keep(new Decision.Approved(DRAFT, "ada", NOW))).isFalse();
        assertThat(book.keep(new Decision.Unmuted("ada", NOW))).isTrue();
        assertThat(book.keep(new Decision.Unmuted("ada", NOW))).isFalse();
        assertThat(book.keep(new Decision.Dropped(DRAFT, "over", List.of()))).isTrue();
        assertThat(book.keep(new Decision.Dropped(DRAFT, "over", List.of()))).isFalse();
        assertThat(book.restraint()).isEqualTo(Restraint.NONE);
    }

    @Test
    default void a_dropped_draft_leaves_what_is_dismissed_until_that_is_forgotten() {
        var book = store().restraints();
        book.keep(new Decision.Drafted(DRAFT));

        book.keep(new Decision.Dropped(DRAFT, "nobody approved it", List.of(DISMISSAL)));

        assertThat(book.restraint()).isEqualTo(new Restraint(Optional.empty(), List.of(), List.of(DISMISSAL)));
        assertThat(book.keep(new Decision.Forgotten(DISMISSAL, "over"))).isTrue();
        assertThat(book.keep(new Decision.Forgotten(DISMISSAL, "over"))).isFalse();
        assertThat(book.restraint()).isEqualTo(Restraint.NONE);
    }

    @Test
    default void the_claim_that_was_drafted_ends_its_draft_in_the_same_transaction() {
        var store = store();
        store.restraints().keep(new Decision.Drafted(DRAFT));

        record(store, opened(id(1), NOW), SQUARE);

        assertThat(store.restraints().restraint().drafts()).isEmpty();
    }

    @Test
    default void a_follow_up_leaves_the_draft_of_a_worsening_and_the_end_does_not() {
        var store = store();
        var first = opened(id(1), NOW);
        record(store, first);
        store.restraints().keep(new Decision.Drafted(DRAFT));

        var second = still(first);
        record(store, second);
        var waiting = store.restraints().restraint().drafts();
        store.ledger().record(new Change(resolved(second), true, List.of(DISMISSAL)), List.of());

        assertThat(waiting).containsExactly(DRAFT);
        assertThat(store.restraints().restraint())
                .isEqualTo(new Restraint(Optional.empty(), List.of(), List.of(DISMISSAL)));
    }

    @Test
    default void a_delivery_that_waits_for_approval_becomes_ready_when_it_is_approved_and_not_before() {
        var store = store();
        var incident = opened(id(1), NOW);
        var waiting = delivery(incident, SQUARE).awaiting(NOW.plusSeconds(900), "waits for approval");
        store.ledger().record(new Change(incident), List.of(waiting, delivery(incident, SKY)));
        record(store, still(incident), SQUARE);

        var kept = store.outbox().awaiting();
        store.outbox().advance(List.of(kept.getFirst().approved(NOW, "approved by ada")));

        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(DeliveryState.WAITING);
            assertThat(one.notBefore()).isEqualTo(NOW.plusSeconds(900));
            assertThat(one.recipient()).isEqualTo(SQUARE);
        });
        assertThat(only(store, id(1), SKY).state()).isEqualTo(DeliveryState.READY);
        assertThat(store.outbox().thread(id(1), SQUARE).stream().map(one -> one.state()))
                .containsExactly(DeliveryState.READY, DeliveryState.WAITING);
        assertThat(store.outbox().awaiting()).isEmpty();
    }

    @Test
    default void a_refused_delivery_lets_the_next_one_have_its_turn() {
        var store = store();
        var incident = opened(id(1), NOW);
        store.ledger()
                .record(new Change(incident), List.of(delivery(incident, SQUARE).awaiting(NOW, "waits")));
        record(store, still(incident), SQUARE);

        store.outbox().advance(List.of(store.outbox().awaiting().getFirst().refused("nobody approved it")));

        var thread = store.outbox().thread(id(1), SQUARE);
        assertThat(thread.getFirst().wasRefused()).isTrue();
        assertThat(thread.getLast().state()).isEqualTo(DeliveryState.READY);
    }

    @Test
    default void posts_of_a_day_are_counted_by_channel_without_those_that_will_not_be_made() {
        var store = store();
        var incident = opened(id(1), NOW);
        store.ledger()
                .record(
                        new Change(incident),
                        List.of(
                                delivery(incident, SQUARE),
                                delivery(incident, SKY).superseded("the channel has had its 1 posts of today")));
        record(store, opened(id(2), NOW.minusSeconds(60)), SQUARE, SKY);

        assertThat(store.outbox().told(SQUARE.channel(), NOW.minusSeconds(60))).isEqualTo(2);
        assertThat(store.outbox().told(SQUARE.channel(), NOW)).isEqualTo(1);
        assertThat(store.outbox().told(SKY.channel(), NOW)).isZero();
        assertThat(only(store, id(1), SKY).state()).isEqualTo(DeliveryState.SUPERSEDED);
    }

    @Test
    default void the_time_for_approving_runs_only_while_somebody_is_there() {
        var store = store();
        var incident = opened(id(2), NOW);
        store.restraints().keep(new Decision.Drafted(DRAFT));
        store.ledger()
                .record(new Change(incident), List.of(delivery(incident, SQUARE).awaiting(NOW.plusSeconds(900), "")));

        var there = store.restraints().awake(NOW.plusSeconds(5));
        var away = store.restraints().awake(NOW.plusSeconds(605));

        assertThat(there).isZero();
        assertThat(away).isEqualTo(Duration.ofMinutes(10));
        assertThat(store.restraints().restraint().drafts().getFirst().until()).isEqualTo(NOW.plusSeconds(1500));
        assertThat(store.outbox().awaiting().getFirst().notBefore()).isEqualTo(NOW.plusSeconds(1500));
    }

    @Test
    default void a_moved_clock_moves_promises_and_drafts_with_it() {
        var store = store();
        var incident = opened(id(2), NOW);
        record(store, incident);
        record(store, opened(id(3), NOW));
        record(store, resolved(opened(id(3), NOW)));
        store.restraints().keep(new Decision.Drafted(DRAFT));

        store.restraints().shift(Duration.ofHours(1));

        assertThat(store.incidents().find(id(2)).flatMap(Incident::nextStill))
                .isEqualTo(incident.nextStill().map(due -> due.plusSeconds(3600)));
        assertThat(store.incidents().find(id(3)).flatMap(Incident::nextStill)).isEmpty();
        assertThat(store.restraints().restraint().drafts().getFirst().until()).isEqualTo(NOW.plusSeconds(4500));
        assertThat(store.restraints().awake(NOW.plusSeconds(3605))).isZero();
    }
}
