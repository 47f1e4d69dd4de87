package dev.backonline.incident.engine;

import static dev.backonline.incident.engine.Town.CHAT;
import static dev.backonline.incident.engine.Town.PHOTOS;
import static dev.backonline.incident.engine.Town.PUBLISHING;
import static dev.backonline.incident.engine.Town.SHOP;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Command;
import dev.backonline.incident.Command.Correct;
import dev.backonline.incident.Command.Post;
import dev.backonline.incident.Command.Resolve;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Status;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people command, and that the automation holds its tongue from then on. */
class ByHandTest {
    private static final IncidentId FIRST = new IncidentId("incident0001");
    private static final Map<Locale, String> WORDS = Map.of(Locale.ITALIAN, "Un cavo.", Locale.ENGLISH, "A cable.");

    private final Town town = new Town(PUBLISHING);

    private static Post post(String incident, Status status) {
        return new Post(
                "ada", Optional.of(new IncidentId(incident)), List.of(), Optional.empty(), Optional.of(status), WORDS);
    }

    private static Post opening(ServiceState state, ServiceId... services) {
        return new Post("ada", Optional.empty(), List.of(services), Optional.of(state), Optional.empty(), WORDS);
    }

    @Test
    void a_persons_words_stop_the_automation_which_reminds_instead() {
        town.failing(CHAT).pass(ofMinutes(5));

        town.submit(post("incident0001", Status.IDENTIFIED));
        town.pass(ofMinutes(20));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "300 #1 note chat");
        assertThat(town.incident().status()).isEqualTo(Status.IDENTIFIED);
        assertThat(town.incident()
                        .latest()
                        .words()
                        .orElseThrow()
                        .text()
                        .orElseThrow()
                        .in(Locale.ENGLISH))
                .isEqualTo("A cable.");
        assertThat(town.alarms()).singleElement().isInstanceOf(Alarm.PromiseDue.class);
    }

    @Test
    void a_recovery_that_nobody_has_spoken_of_is_an_alarm_once_it_has_held() {
        town.failing(CHAT).pass(ofMinutes(5));
        town.submit(post("incident0001", Status.IDENTIFIED));

        town.healthy(CHAT).pass(ofSeconds(59));
        var early = town.alarms();
        town.pass(ofSeconds(1));

        assertThat(early).isEmpty();
        assertThat(town.alarms()).singleElement().isInstanceOf(Alarm.RecoveryUnsaid.class);
        assertThat(town.told()).hasSize(2);
    }

    @Test
    void a_person_resolves_and_what_is_still_seen_is_no_news_until_it_is_over() {
        town.failing(CHAT).pass(ofMinutes(5));

        var ruling = town.submit(new Resolve("ada", FIRST, Map.of()));
        town.pass(ofHours(1)).healthy(CHAT).pass(ofMinutes(2)).failing(CHAT).pass(ofMinutes(2));

        assertThat(((Hearing.Granted) ruling).notes())
                .containsExactly("chat is still seen in trouble: that is no news until it is over, or worse");
        assertThat(town.told()).containsExactly("60 #1 problem chat", "300 #1 resolved chat", "4080 #2 problem chat");
    }

    @Test
    void a_relapse_of_what_a_person_resolved_is_an_incident_of_its_own() {
        town.failing(CHAT).pass(ofMinutes(5)).healthy(CHAT);
        town.submit(new Resolve("ada", FIRST, WORDS));

        town.pass(ofMinutes(5)).failing(CHAT).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("660 #2 problem chat");
    }

    @Test
    void a_false_alarm_is_withdrawn_and_not_raised_again_while_it_is_seen() {
        town.failing(CHAT).pass(ofMinutes(5));

        town.submit(new Correct("ada", FIRST, WORDS));
        town.pass(ofHours(2));

        assertThat(town.told()).containsExactly("60 #1 problem chat", "300 #1 correction chat");
        assertThat(town.incident().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(town.incident().isOpen()).isFalse();
        assertThat(town.incident().state()).isEqualTo(ServiceState.OPERATIONAL);
    }

    @Test
    void what_was_slow_in_a_false_alarm_is_told_when_it_fails() {
        town.slow(CHAT).pass(ofMinutes(5));
        town.submit(new Correct("ada", FIRST, WORDS));

        town.failing(CHAT).pass(ofMinutes(5));

        assertThat(town.told()).last().isEqualTo("360 #2 problem chat");
    }

    @Test
    void a_resolved_incident_can_still_be_withdrawn() {
        town.failing(CHAT).pass(ofMinutes(2)).healthy(CHAT).pass(ofMinutes(2));

        town.submit(new Correct("ada", FIRST, Map.of()));

        assertThat(town.told()).last().isEqualTo("240 #1 correction chat");
    }

    @Test
    void an_incident_is_opened_by_hand_before_anything_is_seen_and_the_automation_stays_out_of_it() {
        var ruling = town.submit(opening(ServiceState.PARTIAL_OUTAGE, CHAT));

        town.pass(ofMinutes(1)).failing(CHAT).pass(ofHours(1));

        assertThat(((Hearing.Granted) ruling).notes())
                .containsExactly(
                        "from now on only people speak for incident 'incident0001'; you are reminded when news is due");
        assertThat(town.told()).containsExactly("0 #1 problem chat");
        assertThat(town.incident().state()).isEqualTo(ServiceState.PARTIAL_OUTAGE);
    }

    @Test
    void others_of_the_group_have_an_incident_of_their_own_beside_one_in_a_persons_hands() {
        town.submit(opening(ServiceState.MAJOR_OUTAGE, CHAT));

        town.failing(PHOTOS).pass(ofMinutes(2));

        assertThat(town.told()).last().isEqualTo("60 #2 problem photos");
    }

    @Test
    void a_person_adds_services_and_says_what_works_again() {
        town.submit(opening(ServiceState.MAJOR_OUTAGE, CHAT, PHOTOS));

        town.submit(new Post(
                "ada",
                Optional.of(FIRST),
                List.of(PHOTOS),
                Optional.of(ServiceState.OPERATIONAL),
                Optional.of(Status.MONITORING),
                WORDS));

        assertThat(town.told()).last().isEqualTo("0 #1 note chat");
        assertThat(town.incident().troubled()).containsExactly(CHAT);
    }

    @Test
    void a_missing_language_is_stood_in_for_by_the_first_and_that_is_said() {
        var ruling = town.submit(new Post(
                "ada",
                Optional.empty(),
                List.of(CHAT),
                Optional.of(ServiceState.MAJOR_OUTAGE),
                Optional.empty(),
                Map.of(Locale.ITALIAN, "Un cavo.")));

        assertThat(((Hearing.Granted) ruling).notes()).startsWith("there is no text in 'en': the one in 'it' is used");
        assertThat(town.incident()
                        .latest()
                        .words()
                        .orElseThrow()
                        .text()
                        .orElseThrow()
                        .in(Locale.ENGLISH))
                .isEqualTo("Un cavo.");
    }

    @Test
    void nothing_automatic_is_decided_while_it_is_muted_and_what_is_so_afterwards_is_told_then() {
        town.failing(CHAT).pass(ofMinutes(5));
        town.submit(new Command.Mute("ada", "a drill"));
        town.healthy(CHAT).failing(SHOP).pass(ofHours(1));
        var alarms = town.alarms();

        town.submit(new Command.Unmute("ada"));

        assertThat(alarms).anyMatch(Alarm.Silenced.class::isInstance).anyMatch(Alarm.PromiseMissed.class::isInstance);
        assertThat(town.told()).containsExactly("60 #1 problem chat", "3900 #1 resolved chat", "3900 #2 problem shop");
    }

    @Test
    void people_speak_while_it_is_muted() {
        town.submit(new Command.Mute("ada", "a drill"));

        town.submit(opening(ServiceState.MAJOR_OUTAGE, CHAT));

        assertThat(town.told()).containsExactly("0 #1 problem chat");
    }

    @Test
    void a_promise_that_was_slept_through_is_an_alarm() {
        town.failing(CHAT).pass(ofMinutes(2)).sleep(ofMinutes(30));

        var alarms = town.alarms();

        assertThat(alarms)
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.why())
                        .isEqualTo("news was promised by 2026-11-22T20:21:00Z and has not come:"
                                + " the bot was not there, or could not write it down"));
    }

    record Case(String name, Command command, String refused) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> what_cannot_be_done_is_refused() {
        return Stream.of(unknown(), openings(), words()).flatMap(cases -> cases);
    }

    private static Stream<Case> unknown() {
        var nobody = new IncidentId("nosuchincide");
        return Stream.of(
                new Case(
                        "no such incident",
                        post("nosuchincide", Status.IDENTIFIED),
                        "there is no incident 'nosuchincide'; nothing was done"),
                new Case(
                        "resolve nothing",
                        new Resolve("ada", nobody, Map.of()),
                        "there is no incident 'nosuchincide'; nothing was done"),
                new Case(
                        "correct nothing",
                        new Correct("ada", nobody, Map.of()),
                        "there is no incident 'nosuchincide'; nothing was done"),
                new Case(
                        "an end in a post",
                        post("incident0001", Status.RESOLVED),
                        "a post does not end an incident: resolve or correct it; nothing was done"),
                new Case(
                        "an unknown service",
                        opening(ServiceState.MAJOR_OUTAGE, new ServiceId("radio")),
                        "the file names no service 'radio'; nothing was done"),
                new Case(
                        "a service that is spoken of",
                        opening(ServiceState.MAJOR_OUTAGE, CHAT),
                        "service 'chat' is in incident 'incident0001': post to that one; nothing was done"));
    }

    private static Stream<Case> openings() {
        return Stream.of(
                new Case(
                        "no service",
                        opening(ServiceState.MAJOR_OUTAGE),
                        "a new incident should name at least one service; nothing was done"),
                new Case(
                        "no trouble",
                        opening(ServiceState.OPERATIONAL, SHOP),
                        "a new incident should have a state that is trouble: degraded_performance, partial_outage or major_outage; nothing was done"),
                new Case(
                        "no words",
                        new Post("ada", Optional.of(FIRST), List.of(), Optional.empty(), Optional.empty(), Map.of()),
                        "a post should have a text; nothing was done"),
                new Case(
                        "empty words",
                        new Resolve("ada", FIRST, Map.of(Locale.ITALIAN, " ")),
                        "the text in 'it' should not be empty; nothing was done"));
    }

    private static Stream<Case> words() {
        return Stream.of(
                new Case(
                        "not in the first language",
                        new Resolve("ada", FIRST, Map.of(Locale.ENGLISH, "Over.")),
                        "the texts should have one in 'it', the page's first language, which stands in for missing ones; nothing was done"),
                new Case(
                        "endless words",
                        new Resolve("ada", FIRST, Map.of(Locale.ITALIAN, "x".repeat(2001))),
                        "the text in 'it' has 2001 characters and should have at most 2000; nothing was done"),
                new Case(
                        "approve nothing",
                        new Command.Approve("ada", FIRST),
                        "nothing of incident 'incident0001' waits for approval; nothing was done"),
                new Case(
                        "reject nothing",
                        new Command.Reject("ada", FIRST, "no"),
                        "nothing of incident 'incident0001' waits for approval; nothing was done"),
                new Case("unmute what is loud", new Command.Unmute("ada"), "it is not muted; nothing was done"));
    }

    @ParameterizedTest
    @MethodSource
    void what_cannot_be_done_is_refused(Case one) {
        town.failing(CHAT).pass(ofMinutes(2));

        var ruling = town.submit(one.command());

        assertThat(ruling).isEqualTo(new Hearing.Refused(one.refused()));
        assertThat(town.told()).hasSize(1);
    }

    @Test
    void what_is_over_stays_over() {
        town.failing(CHAT).pass(ofMinutes(2));
        town.submit(new Correct("ada", FIRST, Map.of()));

        assertThat(town.submit(new Correct("bob", FIRST, Map.of())))
                .isEqualTo(new Hearing.Refused(
                        "incident 'incident0001' was withdrawn, which is its last word; nothing was done"));
        assertThat(town.submit(new Resolve("bob", FIRST, Map.of()))).isInstanceOf(Hearing.Refused.class);
        assertThat(town.submit(post("incident0001", Status.IDENTIFIED)))
                .isEqualTo(new Hearing.Refused(
                        "incident 'incident0001' is over: correct it, or post without its id; nothing was done"));
    }

    @Test
    void a_second_mute_is_refused_and_names_the_first() {
        town.submit(new Command.Mute("ada", "a drill"));

        var ruling = town.submit(new Command.Mute("bob", "too"));

        assertThat(ruling)
                .isEqualTo(new Hearing.Refused("it is muted by ada since 2026-11-22T20:00:00Z already (a drill)"));
    }
}
