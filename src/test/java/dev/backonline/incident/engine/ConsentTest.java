package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.SHOP;
import static dev.backonline.incident.engine.Town.VIDEO;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Publishing.Approval;
import dev.backonline.incident.Publishing.Consent;
import dev.backonline.incident.Publishing.Expired;
import dev.backonline.incident.Situation;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Claims that wait for a person. */
class ConsentTest {
    private static final IncidentId FIRST = new IncidentId("incident0001");

    private static Town town(Approval approve, Expired expired, OptionalDouble everythingDown) {
        return new Town(new Publishing(
                PUBLISHING.problemAfter(),
                PUBLISHING.recoveredAfter(),
                PUBLISHING.reopenWithin(),
                PUBLISHING.joinWithin(),
                PUBLISHING.stillEvery(),
                new Consent(approve, ofMinutes(15), expired, everythingDown)));
    }

    private static Town careful() {
        return town(Approval.ALWAYS, Expired.DROP, OptionalDouble.empty());
    }

    private static Command approve() {
        return new Command.Approve("ada", FIRST);
    }

    @Test
    void a_problem_waits_as_a_draft_and_is_told_once_a_person_approves() {
        var town = careful().failing(CHAT).pass(ofMinutes(5));

        town.submit(approve());

        assertThat(town.told()).containsExactly("300 #1 problem chat");
        assertThat(town.decided(Change.class).getFirst().approved()).isTrue();
        assertThat(town.restraint().drafts()).isEmpty();
    }

    @Test
    void a_draft_is_no_incident_and_asks_for_a_person() {
        var town = careful().failing(CHAT);

        town.pass(ofMinutes(5));

        assertThat(town.incidents()).isEmpty();
        assertThat(town.decided(Decision.Drafted.class)).hasSize(1);
        assertThat(town.alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.why())
                        .isEqualTo("HTTP 503 (approve: always): waits for approval until 2026-11-22T20:16:00Z"));
    }

    @Test
    void what_is_told_is_what_is_so_when_it_is_approved() {
        var town = careful()
                .slow(CHAT)
                .pass(ofMinutes(5))
                .failing(CHAT)
                .failing(PHOTOS)
                .pass(ofMinutes(2));

        town.submit(approve());

        assertThat(town.told()).containsExactly("420 #1 problem chat+photos");
    }

    @Test
    void a_member_of_the_group_that_fails_while_the_draft_waits_is_in_it() {
        var town = careful().failing(CHAT).pass(ofSeconds(90)).failing(PHOTOS).pass(ofMinutes(5));

        town.submit(approve());

        assertThat(town.told()).containsExactly("390 #1 problem chat+photos");
        assertThat(town.decided(Decision.Drafted.class)).hasSize(1);
    }

    @Test
    void a_draft_that_recovers_first_is_dropped_and_nothing_is_told() {
        var town = careful().failing(CHAT).pass(ofMinutes(5));

        town.healthy(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).isEmpty();
        assertThat(town.decided(Decision.Dropped.class))
                .singleElement()
                .satisfies(dropped ->
                        assertThat(dropped.why()).isEqualTo("it was over, or told, before anybody approved it"));
    }

    @Test
    void a_draft_that_nobody_approves_is_dropped_in_time_and_not_drafted_again_while_it_lasts() {
        var town = careful().failing(CHAT);

        town.pass(ofMinutes(60));

        assertThat(town.told()).isEmpty();
        assertThat(town.decided(Decision.Drafted.class)).hasSize(1);
        assertThat(town.decided(Decision.Dropped.class))
                .singleElement()
                .satisfies(
                        dropped -> assertThat(dropped.why()).isEqualTo("nobody approved it by 2026-11-22T20:16:00Z"));
    }

    @Test
    void what_was_dropped_is_drafted_anew_when_it_gets_worse_or_comes_back() {
        var town = careful().slow(CHAT).pass(ofMinutes(20)).failing(CHAT).pass(ofMinutes(20));

        town.healthy(CHAT).pass(ofMinutes(2)).slow(CHAT).pass(ofMinutes(2));

        assertThat(town.decided(Decision.Drafted.class)).hasSize(3);
        assertThat(town.decided(Decision.Forgotten.class)).hasSize(1);
    }

    @Test
    void with_approve_expired_send_it_is_told_if_it_is_still_so() {
        var town = town(Approval.ALWAYS, Expired.SEND, OptionalDouble.empty()).failing(CHAT);

        town.pass(ofMinutes(20));

        assertThat(town.told()).containsExactly("960 #1 problem chat");
    }

    @Test
    void an_expired_draft_that_nobody_vouches_for_is_not_told() {
        var town = town(Approval.ALWAYS, Expired.SEND, OptionalDouble.empty())
                .failing(CHAT)
                .pass(ofMinutes(2));

        town.ownSide(new Situation.Watched(Optional.empty())).pass(ofMinutes(20));

        assertThat(town.told()).isEmpty();
    }

    @Test
    void only_what_tells_of_a_major_outage_waits_with_approve_major() {
        var town = town(Approval.MAJOR, Expired.DROP, OptionalDouble.empty())
                .slow(CHAT)
                .pass(ofMinutes(5));

        town.failing(CHAT).pass(ofMinutes(5)).submit(approve());

        assertThat(town.told()).containsExactly("60 #1 problem chat", "600 #1 worse chat");
    }

    @Test
    void an_incident_goes_on_while_its_worsening_waits() {
        var town = town(Approval.MAJOR, Expired.DROP, OptionalDouble.empty())
                .slow(CHAT)
                .pass(ofMinutes(5))
                .failing(CHAT)
                .pass(ofMinutes(17));

        town.healthy(CHAT).pass(ofMinutes(2));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat", "1260 #1 still chat", "1320 #1 recovering chat", "1380 #1 resolved chat");
        assertThat(town.restraint().drafts()).isEmpty();
    }

    @Test
    void a_rejected_draft_is_not_drafted_again_while_it_lasts() {
        var town = careful().failing(CHAT).pass(ofMinutes(5));

        town.submit(new Command.Reject("ada", FIRST, "a drill"));
        town.pass(ofMinutes(60));

        assertThat(town.told()).isEmpty();
        assertThat(town.decided(Decision.Dropped.class).getFirst().why()).isEqualTo("rejected by ada: a drill");
        assertThat(town.decided(Decision.Drafted.class)).hasSize(1);
    }

    @Test
    void a_relapse_waits_under_the_id_of_its_incident() {
        var town = careful().failing(CHAT).pass(ofMinutes(2));
        town.submit(approve());
        town.healthy(CHAT).pass(ofMinutes(5)).failing(CHAT).pass(ofMinutes(2));

        town.submit(approve());

        assertThat(town.told()).last().isEqualTo("540 #1 again chat");
    }

    @Test
    void everything_at_once_waits_for_a_person_whatever_approve_says() {
        var town = town(Approval.NEVER, Expired.DROP, OptionalDouble.of(0.8));

        town.failing(CHAT)
                .failing(PHOTOS)
                .failing(VIDEO)
                .pass(ofSeconds(30))
                .failing(SHOP)
                .pass(ofMinutes(5));

        assertThat(town.told()).isEmpty();
        assertThat(town.alarms())
                .hasSize(2)
                .allSatisfy(alarm -> assertThat(alarm).isInstanceOf(Alarm.ApprovalAwaited.class))
                .allSatisfy(alarm ->
                        assertThat(alarm.why()).contains("so much fails at once that it may be our own mistake"));
    }

    @Test
    void services_that_fail_one_after_the_other_are_an_outage_like_any_other() {
        var town = town(Approval.NEVER, Expired.DROP, OptionalDouble.of(0.8));

        town.failing(CHAT)
                .failing(PHOTOS)
                .failing(VIDEO)
                .pass(ofSeconds(61))
                .failing(SHOP)
                .pass(ofMinutes(2));

        assertThat(town.told()).containsExactly("60 #1 problem chat+photos+video", "121 #2 problem shop");
    }

    @Test
    void three_services_are_never_everything() {
        var town = town(Approval.NEVER, Expired.DROP, OptionalDouble.of(0.1)).named(CHAT, PHOTOS, SHOP);

        town.failing(CHAT).failing(PHOTOS).failing(SHOP).pass(ofMinutes(2));

        assertThat(town.told()).containsExactlyInAnyOrder("60 #1 problem chat+photos", "60 #2 problem shop");
    }

    @Test
    void a_share_that_is_not_reached_needs_nobody() {
        var town = town(Approval.NEVER, Expired.DROP, OptionalDouble.of(1));

        town.failing(CHAT).failing(PHOTOS).failing(VIDEO).failing(SHOP).pass(ofMinutes(2));

        assertThat(town.told()).hasSize(2);
        assertThat(town.submit(new Command.Approve("ada", new IncidentId("nosuchincide"))))
                .isEqualTo(
                        new Hearing.Refused("nothing of incident 'nosuchincide' waits for approval; nothing was done"));
    }
}
