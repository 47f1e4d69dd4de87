package dev.backonline.message.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Identity;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.house.Golden;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.message.Limit;
import dev.backonline.message.Measure;
import dev.backonline.message.Message;
import dev.backonline.message.Renderer;
import dev.backonline.page.LanguageFile;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every alarm in every language, as operators read it: to be read again whenever it changes. */
class BulletinTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final Instant LATER = NOW.plusSeconds(900);
    private static final IncidentId INCIDENT = new IncidentId("v3i5nozdvfs6");
    private static final List<ServiceId> SERVICES = List.of(new ServiceId("chat"), new ServiceId("photos"));
    private static final Identity IDENTITY = new Identity(
            Translated.same("Harbour"),
            URI.create("https://status.example.org"),
            List.of(Locale.ENGLISH),
            ZoneId.of("Europe/Rome"));

    private static List<Alarm> all() {
        var draft = new Draft(
                INCIDENT, SERVICES, ServiceState.MAJOR_OUTAGE, NOW, LATER, Optional.empty(), "chat: HTTP 503, 3 of 5");
        return List.of(
                new Alarm.ApprovalAwaited(draft),
                new Alarm.PromiseDue(INCIDENT, NOW),
                new Alarm.PromiseMissed(INCIDENT, NOW, "muted by anna"),
                new Alarm.RecoveryUnsaid(INCIDENT, NOW),
                new Alarm.ServicesGone(INCIDENT, SERVICES),
                new Alarm.Silenced(new Mute("anna", NOW, "a drill")),
                new Alarm.Capped("sky", "the channel has had its 20 posts of today", INCIDENT, 4),
                new Alarm.Held("sky", 7, "it may have arrived, and nobody can tell: release or drop it"),
                new Alarm.Refused("sky", "HTTP 401: give the file another token"),
                new Alarm.Expiring("sky", NOW.plusSeconds(7 * 86_400)),
                new Alarm.Unheard(SERVICES),
                new Alarm.Cutoff(NOW, LATER),
                new Alarm.Misread(
                        "backonline.yaml",
                        2,
                        "backonline.yaml:8:17: services.chat.checks[0] names no known type 'htpp'."),
                new Alarm.Many("held", 300, "delivery 7 on channel sky: nobody can tell"));
    }

    private static Incident standing(Alarm alarm) {
        return new Bell(Optional.empty())
                .stands(alarm, _ -> "alarm0000001", NOW)
                .orElseThrow()
                .incident();
    }

    private static Incident over(Alarm alarm) {
        return new Bell(Optional.of(standing(alarm))).over(LATER).orElseThrow().incident();
    }

    private static Optional<Message> said(Incident story, Locale language, Limit limit) {
        var bulletin = new Bulletin(IDENTITY, new Renderer(List.of(LanguageFile.read(language))));
        return bulletin.fit(story, story.latest(), new Bulletin.Reader(language, LATER), limit);
    }

    private static String text(Incident story, Locale language) {
        return said(story, language, Limit.NONE).orElseThrow().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "de", "fr", "es", "pt"})
    void every_alarm_reads_as_reviewed(String tag) {
        var language = Locale.forLanguageTag(tag);

        var texts = all().stream()
                .map(alarm -> "%s%n%s%n%s%n"
                        .formatted(alarm.kind(), text(standing(alarm), language), text(over(alarm), language)))
                .collect(Collectors.joining("\n"));

        Golden.matches("alarms/%s.txt".formatted(tag), texts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "it", "de", "fr", "es", "pt"})
    void every_alarm_has_words_with_no_variable_left_open(String tag) {
        var language = LanguageFile.read(Locale.forLanguageTag(tag));

        assertThat(language.alarms().keySet()).isEqualTo(kinds());
        assertThat(all())
                .allSatisfy(alarm ->
                        assertThat(text(standing(alarm), language.locale())).doesNotContain("{", "}"));
    }

    private static Set<String> kinds() {
        return Stream.of(Alarm.class.getPermittedSubclasses())
                .map(type -> type.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void a_reason_that_is_too_long_for_the_network_is_cut_and_says_so() {
        var story = standing(new Alarm.Refused("sky", "HTTP 401: " + "a long answer, ".repeat(80)));
        var limit = new Limit(300, "characters", Measure.graphemes());

        var text = said(story, Locale.ENGLISH, limit).orElseThrow().text();

        assertThat(text)
                .contains("channel sky stands still")
                .contains("a long answer")
                .contains("…");
        assertThat(limit.admits(text)).isTrue();
    }
}
