package dev.backonline.bot.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.desk.Witness;
import dev.backonline.catalog.ServiceId;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Hold;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is found of the channels and of our own side: it stands for as long as its cause does, and is noted once. */
class WardTest {
    private static final ChannelId SQUARE = new ChannelId("square");
    private static final Instant START = Instant.parse("2026-11-26T03:00:00Z");

    private final Store store = new MemoryStore().store();
    private final Posts posts = new Posts(store, SQUARE);
    private final Map<ChannelId, String> refused = new HashMap<>();
    private final List<ServiceId> unheard = new ArrayList<>();
    private final List<Alarm.Expiring> expiring = new ArrayList<>();
    private Optional<Alarm.Misread> misread = Optional.empty();
    private final Notes notes = new Notes();
    private final Ward ward = new Ward(
            store, new Ward.Sources(() -> refused, () -> List.copyOf(unheard), _ -> expiring, () -> misread), notes);
    private Instant now = START;

    /** Writes down what is noted. */
    private static final class Notes implements Witness {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void told(Change change) {
            lines.add("told " + change.incident().id());
        }

        @Override
        public void kept(Decision.Quiet decision) {
            lines.add("kept " + decision);
        }

        @Override
        public void raised(Alarm alarm) {
            lines.add("raised " + alarm.key());
        }

        @Override
        public void cleared(Alarm alarm) {
            lines.add("cleared " + alarm.key());
        }
    }

    private List<Alarm> alarms() {
        now = now.plusSeconds(5);
        return ward.alarms(Stream.empty(), now);
    }

    @Test
    void a_post_that_is_held_stands_until_somebody_says_what_becomes_of_it() {
        var held = posts.held(Posts.problem("incident0001", START), Hold.DOUBT, "HTTP 504 after 10 s");
        var alarm = new Alarm.Held("square", held.id().value(), "HTTP 504 after 10 s");
        assertThat(alarms()).containsExactly(alarm);
        assertThat(alarms()).containsExactly(alarm);

        posts.drop(held.id());

        assertThat(alarms()).isEmpty();
        assertThat(notes.lines).containsExactly("raised " + alarm.key(), "cleared " + alarm.key());
    }

    @Test
    void posts_that_wait_for_credentials_are_one_alarm_about_their_channel() {
        posts.held(Posts.problem("incident0001", START), Hold.CREDENTIALS, "HTTP 401: give it a new token");
        posts.held(Posts.problem("incident0002", START), Hold.CREDENTIALS, "HTTP 401: give it a new token");

        assertThat(alarms()).containsExactly(new Alarm.Refused("square", "HTTP 401: give it a new token"));
    }

    @Test
    void a_channel_that_was_refused_when_it_was_asked_is_one_before_anything_is_posted() {
        refused.put(SQUARE, "the token was revoked");
        assertThat(alarms()).containsExactly(new Alarm.Refused("square", "the token was revoked"));

        refused.clear();

        assertThat(alarms()).isEmpty();
    }

    @Test
    void a_held_post_about_an_alarm_raises_no_other() {
        posts.held(Posts.alarm(new Alarm.Refused("sky", "HTTP 401"), START), Hold.DOUBT, "HTTP 504");

        assertThat(alarms()).isEmpty();
    }

    @Test
    void services_of_which_too_little_is_heard_and_credentials_that_end_are_found_too() {
        unheard.add(new ServiceId("chat"));
        var ending = new Alarm.Expiring("sky", START.plusSeconds(3600));
        expiring.add(ending);

        assertThat(alarms()).containsExactly(new Alarm.Unheard(List.of(new ServiceId("chat"))), ending);
    }

    @Test
    void a_file_that_can_not_be_used_is_found_until_it_can() {
        misread = Optional.of(new Alarm.Misread("backonline.yaml", 1, "backonline.yaml:3:1: no such key"));
        assertThat(alarms()).containsExactly(misread.get());

        misread = Optional.empty();

        assertThat(alarms()).isEmpty();
    }

    @Test
    void what_others_found_stands_beside_it() {
        var cutoff = new Alarm.Cutoff(START, START.plusSeconds(90));

        assertThat(ward.alarms(Stream.of(cutoff), now)).containsExactly(cutoff);
        assertThat(notes.lines).containsExactly("raised " + cutoff.key());
    }
}
