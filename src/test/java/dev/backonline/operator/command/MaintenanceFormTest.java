package dev.backonline.operator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceFormTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalog CATALOG = Catalog.of(List.of(service("chat"), service("photos")));

    private static Service service(String id) {
        var family = Optional.of(new Group("family"));
        return new Service(new ServiceId(id), Translated.same(id), family, Set.of(), Optional.empty());
    }

    private static Maintenance read(String body) {
        try {
            return new MaintenanceForm(JSON.readTree(body), CATALOG, ZoneId.of("Europe/Rome")).read(NOW);
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }

    @Test
    void it_is_read_whole() {
        var maintenance = read("""
                { "id": "upgrade", "groups": ["family"], "title": { "it": "Aggiornamento" }, "detail": "Short breaks.",
                  "start": "2026-12-01T02:00", "end": "2026-12-01T03:00:00Z", "announce": "1d12h" }""");

        assertThat(maintenance)
                .isEqualTo(new Maintenance(
                        new MaintenanceId("upgrade"),
                        new Translated(Map.of(Locale.ITALIAN, "Aggiornamento")),
                        Optional.of(Translated.same("Short breaks.")),
                        List.of(new ServiceId("chat"), new ServiceId("photos")),
                        Instant.parse("2026-12-01T01:00:00Z"),
                        Instant.parse("2026-12-01T03:00:00Z"),
                        false,
                        Optional.of(Duration.ofHours(36))));
    }

    @Test
    void without_a_start_it_begins_now_and_quiet_is_told_nowhere() {
        var maintenance = read("""
                { "services": ["photos"], "title": "Upgrade", "duration": "90m", "quiet": true }""");

        assertThat(maintenance.id()).isEqualTo(new MaintenanceId("photos-20261124-2104"));
        assertThat(maintenance.start()).isEqualTo(NOW);
        assertThat(maintenance.end()).isEqualTo(NOW.plus(Duration.ofMinutes(90)));
        assertThat(maintenance.ahead()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | services or groups should name those whose failures are expected",
                "{\"service\":\"chat\"}                    | unknown service; known: announce, detail, duration, end, groups, id, quiet, services, start, title",
                "{\"services\":[\"caht\"]}                 | services: 'caht' is no known service; known services: chat, photos",
                "{\"groups\":[\"famly\"]}                  | groups: 'famly' is no known group; known services: chat, photos",
                "{\"services\":[\"chat\"]}                 | a maintenance should have either 'end' or 'duration'",
                "{\"services\":[\"chat\"],\"duration\":\"2h\"} | title should say what is done; it is public",
                "{\"services\":[\"chat\"],\"duration\":\"soon\"} | duration: 'soon' should be a duration such as 30m, 2h or 1d",
                "{\"services\":[\"chat\"],\"duration\":\"40d\"} | it should not be longer than 31 days",
                "{\"services\":[\"chat\"],\"end\":\"2026-11-24T20:00Z\"} | it should end after it starts, at 2026-11-24T20:04:00Z, not at 2026-11-24T20:00:00Z",
                "{\"services\":[\"chat\"],\"start\":\"noon\",\"duration\":\"1h\"} | start: 'noon' should be like 2026-12-01T02:00 (of the page's zone, Europe/Rome), or with an offset such as +01:00 or Z",
                "{\"services\":[\"chat\"],\"duration\":\"1h\",\"title\":\"x\",\"quiet\":\"yes\"} | quiet should be true or false",
                "{\"services\":[\"chat\"],\"duration\":\"1h\",\"title\":{\"!!\":\"x\"}} | title: '!!' is no language"
            })
    void what_is_wrong_is_named(String body, String mistake) {
        assertThatThrownBy(() -> read(body)).hasMessage(mistake);
    }
}
