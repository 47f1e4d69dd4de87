package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CART;
import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.SHOP;
import static dev.backonline.incident.engine.Town.START;
import static dev.backonline.incident.engine.Town.VIDEO;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Publishing;
import dev.backonline.incident.Situation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Outages, told second by second. */
class IncidentEngineTest {
    private final Town town = new Town(PUBLISHING);

    @Test
    void an_outage_is_told_from_the_problem_to_the_end() {
        town.failing(CHAT).pass(ofMinutes(25));

        town.healthy(CHAT).pass(ofMinutes(2));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat", "1260 #1 still chat", "1500 #1 recovering chat", "1560 #1 resolved chat");
    }

    @Test
    void a_blip_shorter_than_problem_after_stays_internal() {
        town.failing(CHAT).pass(ofSeconds(59));

        town.healthy(CHAT).pass(ofMinutes(5));

        assertThat(town.told()).isEmpty();
    }

    @Test
    void the_end_is_told_only_after_it_has_held() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofSeconds(59));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "120 #1 recovering chat", "239 #1 again chat");
    }

    @Test
    void a_group_that_fails_together_is_told_of_together() {
        town.failing(CHAT).pass(ofSeconds(10)).failing(PHOTOS).pass(ofSeconds(10));

        town.failing(VIDEO).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat+photos+video");
    }

    @Test
    void those_that_join_later_are_told_together_once_none_is_in_doubt() {
        town.failing(CHAT).pass(ofSeconds(70)).failing(PHOTOS).pass(ofSeconds(40));

        town.failing(VIDEO).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "180 #1 worse chat+photos+video");
    }

    @Test
    void a_member_of_the_group_that_fails_much_later_has_an_incident_of_its_own() {
        town.failing(CHAT).pass(ofMinutes(10));

        town.failing(PHOTOS).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "660 #2 problem photos");
    }

    @Test
    void services_that_have_nothing_to_do_with_each_other_have_incidents_of_their_own() {
        town.failing(CHAT);

        town.failing(SHOP).pass(ofMinutes(2));

        assertThat(town.told()).containsExactlyInAnyOrder("60 #1 problem chat", "60 #2 problem shop");
    }

    @Test
    void one_that_depends_on_a_failing_service_joins_its_incident_at_any_time() {
        town.failing(SHOP).pass(ofMinutes(10));

        town.failing(CART).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem shop", "660 #1 worse shop+cart");
    }

    @Test
    void what_works_again_is_told_while_the_rest_does_not() {
        town.failing(CHAT).failing(PHOTOS).pass(ofMinutes(5));

        town.healthy(PHOTOS).stillFailing(CHAT).pass(ofMinutes(4)).healthy(CHAT).pass(ofMinutes(3));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat+photos",
                        "480 #1 better chat",
                        "540 #1 recovering chat",
                        "600 #1 resolved chat+photos");
    }

    @Test
    void those_that_recover_soon_after_each_other_are_told_once() {
        town.failing(CHAT).failing(PHOTOS).failing(VIDEO).pass(ofMinutes(5));

        town.healthy(PHOTOS)
                .pass(ofMinutes(1))
                .healthy(VIDEO)
                .stillFailing(CHAT)
                .pass(ofMinutes(3));

        assertThat(town.told()).containsExactly("60 #1 problem chat+photos+video", "480 #1 better chat");
    }

    @Test
    void what_works_again_waits_for_the_rest_that_may_be_about_to_follow() {
        town.failing(CHAT).failing(PHOTOS).pass(ofMinutes(5));

        town.healthy(PHOTOS).pass(ofMinutes(10)).healthy(CHAT).pass(ofMinutes(1));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat+photos", "900 #1 recovering chat+photos", "960 #1 resolved chat+photos");
    }

    @Test
    void what_works_again_is_not_kept_back_for_ever_by_one_that_comes_and_goes() {
        town.failing(CHAT).failing(PHOTOS).pass(ofMinutes(5));

        town.healthy(PHOTOS).pass(ofMinutes(31));

        assertThat(town.told()).contains("2100 #1 better chat");
    }

    @Test
    void what_is_confirmed_one_by_one_after_the_first_post_is_told_together() {
        town.failing(CHAT).pass(ofMinutes(10));

        town.failingSince(PHOTOS, ofMinutes(9))
                .pass(ofSeconds(20))
                .failingSince(VIDEO, ofMinutes(9))
                .pass(ofMinutes(3));

        assertThat(town.told())
                .containsExactly("60 #1 problem chat", "600 #1 worse chat+photos", "720 #1 worse chat+photos+video");
    }

    @Test
    void those_that_return_while_others_still_fail_are_told_together() {
        town.failing(CHAT).failing(PHOTOS).failing(VIDEO).pass(ofMinutes(5));
        town.healthy(PHOTOS).healthy(VIDEO).stillFailing(CHAT).pass(ofMinutes(4));

        town.failing(PHOTOS).pass(ofSeconds(30)).failing(VIDEO).pass(ofMinutes(3));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat+photos+video", "480 #1 better chat", "630 #1 worse chat+photos+video");
    }

    @Test
    void slowness_that_becomes_an_outage_is_worse() {
        town.slow(CHAT).pass(ofMinutes(5));

        town.failing(CHAT).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "360 #1 worse chat");
    }

    @Test
    void a_relapse_within_reopen_within_is_the_same_incident_again() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofMinutes(20));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("1380 #1 again chat");
        assertThat(town.incident().startedAt()).isEqualTo(START);
        assertThat(town.incident().onset()).isEqualTo(START.plusSeconds(1320));
    }

    @Test
    void what_was_never_in_the_incident_fails_in_a_new_one_and_not_again() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofMinutes(5));

        town.failing(PHOTOS).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("480 #2 problem photos");
    }

    @Test
    void what_fails_for_the_first_time_beside_a_relapse_joins_it_and_is_not_again() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofMinutes(5));

        town.failing(CHAT).failing(PHOTOS).pass(ofMinutes(5));

        assertThat(town.told()).endsWith("480 #1 again chat", "600 #1 worse chat+photos");
    }

    @Test
    void a_relapse_after_reopen_within_is_a_new_incident() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofMinutes(40));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("2580 #2 problem chat");
    }

    @Test
    void a_day_long_outage_stays_readable_since_nothing_new_is_not_told_once_the_cadence_has_backed_off() {
        town.failing(CHAT);

        town.pass(ofHours(24));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "1260 #1 still chat", "2460 #1 still chat");
        assertThat(town.incident().latest().transition().nextUpdate()).isEmpty();
    }

    @Test
    void a_cadence_of_one_step_is_kept_for_as_long_as_it_lasts() {
        var steady = new Town(new Publishing(ZERO, ZERO, ofMinutes(30), ZERO, List.of(ofMinutes(10))));
        steady.failing(CHAT);

        steady.pass(ofMinutes(35));

        assertThat(steady.told())
                .containsExactly("0 #1 problem chat", "600 #1 still chat", "1200 #1 still chat", "1800 #1 still chat");
    }

    @Test
    void with_no_delays_the_end_is_told_at_once_and_without_a_recovery_before_it() {
        var eager = new Town(new Publishing(ZERO, ZERO, ZERO, ZERO, List.of(ofMinutes(10))));
        eager.failing(CHAT).pass(ofSeconds(1));

        eager.healthy(CHAT);

        assertThat(eager.told()).containsExactly("0 #1 problem chat", "1 #1 resolved chat");
    }

    @Test
    void any_newer_post_keeps_the_promise_of_the_older_one() {
        town.slow(SHOP).pass(ofMinutes(10));

        town.failing(SHOP).pass(ofMinutes(30));

        assertThat(town.told()).containsExactly("60 #1 problem shop", "660 #1 worse shop", "1860 #1 still shop");
    }

    @Test
    void nothing_is_told_while_nobody_vouches_for_our_own_side() {
        town.ownSide(new Situation.Watched(Optional.of(START.minusSeconds(1))));

        town.failing(CHAT).pass(ofMinutes(10));

        assertThat(town.told()).isEmpty();
    }

    @Test
    void a_canary_that_outlived_the_last_failure_vouches_for_it() {
        town.ownSide(new Situation.Watched(Optional.empty())).failing(CHAT).pass(ofMinutes(10));

        town.ownSide(new Situation.Watched(Optional.of(START.plusSeconds(1))));

        assertThat(town.told()).containsExactly("600 #1 problem chat");
    }

    @Test
    void not_knowing_is_no_recovery() {
        town.failing(CHAT).pass(ofMinutes(2));

        town.unknown(CHAT).pass(ofMinutes(10));

        assertThat(town.told()).containsExactly("60 #1 problem chat");
    }
}
