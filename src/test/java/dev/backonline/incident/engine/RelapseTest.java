package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.SHOP;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Trouble that comes and goes, and services that leave the file. */
class RelapseTest {
    private final Town town = new Town(PUBLISHING);

    private Town flapping(int times, Duration down, Duration up) {
        for (var time = 0; time < times; time++) {
            town.failing(CHAT).pass(down).healthy(CHAT).pass(up);
        }
        return town;
    }

    @Test
    void a_second_relapse_after_a_short_bout_is_told_as_trouble_that_comes_and_goes() {
        flapping(2, ofMinutes(5), ofMinutes(5));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told())
                .containsExactly(
                        "60 #1 problem chat",
                        "300 #1 recovering chat",
                        "360 #1 resolved chat",
                        "660 #1 again chat",
                        "900 #1 recovering chat",
                        "960 #1 resolved chat",
                        "1260 #1 intermittent chat");
    }

    @Test
    void what_comes_and_goes_is_over_only_once_it_has_stayed_away_for_as_long_as_a_relapse_would_count() {
        flapping(3, ofMinutes(5), ofMinutes(5));

        town.pass(ofMinutes(24)).pass(ofMinutes(1));

        assertThat(town.told()).last().isEqualTo("3300 #1 resolved chat");
        assertThat(town.told()).doesNotContain("1500 #1 recovering chat");
    }

    @Test
    void a_day_of_flapping_is_told_in_a_few_posts() {
        flapping(144, ofMinutes(5), ofMinutes(5));

        assertThat(town.told())
                .hasSizeLessThan(12)
                .startsWith("60 #1 problem chat")
                .last()
                .isEqualTo("3660 #1 still chat");
    }

    @Test
    void a_relapse_of_what_came_and_went_before_is_told_as_such_at_once() {
        flapping(3, ofMinutes(5), ofMinutes(5)).pass(ofMinutes(40));

        town.failing(CHAT).pass(ofMinutes(5));

        assertThat(town.told()).last().asString().contains("#1 intermittent chat");
    }

    @Test
    void a_relapse_after_a_long_bout_is_only_back_again() {
        town.failing(CHAT).pass(ofMinutes(5)).healthy(CHAT).pass(ofMinutes(5));
        town.failing(CHAT).pass(ofHours(5)).healthy(CHAT).pass(ofMinutes(5));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).last().asString().contains("#1 again chat");
    }

    @Test
    void more_of_it_is_told_while_it_comes_and_goes() {
        flapping(2, ofMinutes(5), ofMinutes(5)).slow(CHAT).pass(ofMinutes(2));

        town.failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).endsWith("1260 #1 intermittent chat", "1380 #1 worse chat");
    }

    @Test
    void a_part_that_gets_better_while_it_comes_and_goes_is_told_only_once_that_has_held() {
        flapping(2, ofMinutes(5), ofMinutes(5)).failing(CHAT).failing(PHOTOS).pass(ofMinutes(4));

        town.healthy(PHOTOS).pass(ofMinutes(29)).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("3240 #1 better chat");
    }

    @Test
    void a_service_that_left_the_file_leaves_the_incident_with_the_next_news_and_nothing_is_claimed_of_it() {
        town.failing(CHAT).failing(PHOTOS).pass(ofMinutes(2)).named(CHAT, SHOP);

        town.healthy(CHAT).pass(ofMinutes(2));

        assertThat(town.told())
                .containsExactly("60 #1 problem chat+photos", "120 #1 recovering chat", "180 #1 resolved chat");
        assertThat(town.incident().all()).containsExactly(CHAT);
    }

    @Test
    void an_incident_whose_last_service_left_the_file_waits_for_a_person() {
        town.failing(CHAT).pass(ofMinutes(2)).named(SHOP);

        town.pass(ofHours(2));

        assertThat(town.told()).containsExactly("60 #1 problem chat");
        assertThat(town.alarms())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.why())
                        .isEqualTo("the file no longer names [chat]: resolve or correct the incident by hand"));
    }

    @Test
    void what_came_and_went_is_told_to_have_lasted_since_it_failed_first() {
        flapping(3, ofMinutes(5), ofMinutes(5)).pass(ofMinutes(30));

        var incident = town.incident();

        assertThat(incident.status()).isEqualTo(Status.RESOLVED);
        assertThat(incident.onsetAt(incident.latest())).isEqualTo(Town.START);
    }

    @Test
    void what_came_back_once_is_told_to_have_lasted_since_it_came_back() {
        flapping(2, ofMinutes(5), ofMinutes(5));

        var incident = town.incident();

        assertThat(incident.onsetAt(incident.latest())).isEqualTo(Town.START.plus(ofMinutes(10)));
    }
}
