package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.VIDEO;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Services that fail for the first time in an incident that is there already. */
class JoiningTest {
    private static final Publishing PATIENT =
            new Publishing(ofSeconds(60), ofMinutes(10), ofMinutes(30), ofMinutes(2), List.of(ofMinutes(20)));

    private static Town asked(Map<ServiceId, Duration> every) {
        return new Town(PUBLISHING.asked(every));
    }

    @Test
    void what_fails_for_the_first_time_while_all_seems_over_is_more_trouble_and_not_back() {
        var town = new Town(PATIENT).failing(CHAT).pass(ofSeconds(65)).healthy(CHAT);

        town.pass(ofSeconds(35)).failing(PHOTOS).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "65 #1 recovering chat", "185 #1 worse photos");
        assertThat(town.incident().status()).isEqualTo(Status.INVESTIGATING);
    }

    @Test
    void only_what_came_back_is_told_to_be_back_and_what_fails_for_the_first_time_joins_it() {
        var town = new Town(PATIENT).failing(CHAT).pass(ofSeconds(65)).healthy(CHAT);

        town.pass(ofSeconds(35))
                .failing(PHOTOS)
                .pass(ofSeconds(10))
                .failing(CHAT)
                .pass(ofMinutes(5));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat", "65 #1 recovering chat", "170 #1 again chat", "290 #1 worse chat+photos");
    }

    @Test
    void a_service_that_is_seldom_asked_may_be_seen_to_fail_a_whole_round_later_and_still_belongs_to_it() {
        var town = asked(Map.of(PHOTOS, ofMinutes(5))).failing(CHAT).pass(ofMinutes(4));

        town.failing(PHOTOS).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "360 #1 worse chat+photos");
    }

    @Test
    void one_that_is_asked_often_and_fails_so_late_is_another_trouble() {
        var town = asked(Map.of(PHOTOS, ofMinutes(5))).failing(CHAT).pass(ofMinutes(4));

        town.failing(VIDEO).pass(ofMinutes(5));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "300 #2 problem video");
    }

    @Test
    void services_that_are_seldom_asked_are_told_together_in_the_first_post() {
        var slow = Map.of(CHAT, ofMinutes(5), PHOTOS, ofMinutes(5));
        var town = new Town(new Publishing(
                                ofMinutes(10), ofSeconds(60), ofMinutes(30), ofMinutes(2), List.of(ofMinutes(20)))
                        .asked(slow))
                .failing(CHAT)
                .pass(ofMinutes(4));

        town.failing(PHOTOS).pass(ofMinutes(10));

        assertThat(town.told()).containsExactly("600 #1 problem chat+photos");
    }

    @Test
    void nobody_is_kept_waiting_for_a_service_that_is_asked_once_a_day() {
        var town = asked(Map.of(PHOTOS, ofDays(1))).failing(CHAT).pass(ofMinutes(10));

        town.failing(PHOTOS).pass(ofMinutes(30));

        assertThat(town.told()).contains("1860 #1 worse chat+photos");
    }
}
