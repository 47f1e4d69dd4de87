package dev.backonline.page.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.page.PageModel;
import dev.backonline.page.Piazza;
import dev.backonline.page.Scene;
import dev.backonline.page.brand.Branding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The API's shape and words, as its clients check them. */
class StatuspageApiTest {
    private static final List<String> DOCUMENTS = List.of(
            "summary",
            "status",
            "components",
            "incidents",
            "incidents/unresolved",
            "scheduled-maintenances",
            "scheduled-maintenances/upcoming",
            "scheduled-maintenances/active");

    private final StatuspageApi api = new StatuspageApi();

    @ParameterizedTest
    @MethodSource("dev.backonline.page.Scene#all")
    void every_document_says_whose_it_is_and_every_id_has_its_shape(Scene scene) throws Exception {
        for (var name : DOCUMENTS) {
            var document = read(scene.model(), name);

            assertThat(document.at("/page/time_zone").asText()).isEqualTo("Europe/Rome");
            assertThat(document.findValuesAsText("id")).allMatch(id -> id.matches("[a-z0-9]{12}"));
            assertThat(document.findValuesAsText("updated_at"))
                    .allMatch(time -> time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0[12]:00"));
        }
    }

    @Test
    void a_group_lists_its_own_and_stands_before_them() throws Exception {
        var components = read(Scene.OUTAGE.model(), "components").get("components");

        var group = components.get(0);
        assertThat(group.get("group").asBoolean()).isTrue();
        assertThat(group.get("status").asText()).isEqualTo("major_outage");
        assertThat(group.get("components")).hasSize(3);
        assertThat(components.get(1).get("group_id")).isEqualTo(group.get("id"));
        assertThat(components.get(4).get("group_id").isNull()).isTrue();
        assertThat(components.get(4).has("components")).isFalse();
        assertThat(components.findValuesAsText("position")).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void updates_are_the_newest_first_and_the_summary_has_what_is_not_over() throws Exception {
        var summary = read(Scene.SEVERAL.model(), "summary");
        var all = read(Scene.SEVERAL.model(), "incidents").get("incidents");

        assertThat(summary.get("incidents")).hasSize(1);
        assertThat(all).hasSize(3);
        assertThat(all.get(1).findValuesAsText("status"))
                .startsWith("resolved", "resolved", "monitoring", "investigating", "investigating");
        assertThat(all.get(1).get("monitoring_at").asText()).isEqualTo("2026-06-18T18:43:00.000+02:00");
        assertThat(all.get(0).get("resolved_at").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, OPERATIONAL, none, All Systems Operational",
        "UNDER_MAINTENANCE, OPERATIONAL, none, Service Under Maintenance",
        "DEGRADED_PERFORMANCE, OPERATIONAL, minor, Partially Degraded Service",
        "PARTIAL_OUTAGE, OPERATIONAL, major, Partial System Outage",
        "MAJOR_OUTAGE, OPERATIONAL, major, Partial System Outage",
        "MAJOR_OUTAGE, MAJOR_OUTAGE, critical, Major System Outage"
    })
    void the_indicator_is_one_of_four(ServiceState one, ServiceState others, String indicator, String description)
            throws Exception {
        var status = read(model(Optional.of(one), others), "status").get("status");

        assertThat(status.get("indicator").asText()).isEqualTo(indicator);
        assertThat(status.get("description").asText()).isEqualTo(description);
    }

    @Test
    void a_service_that_is_not_known_yet_is_taken_for_working() throws Exception {
        var components = read(model(Optional.empty(), ServiceState.OPERATIONAL), "components");

        assertThat(components.get("components").findValuesAsText("status")).containsOnly("operational");
    }

    private static PageModel model(Optional<ServiceState> messages, ServiceState others) {
        var calm = Piazza.with();
        var states = new HashMap<ServiceId, ServiceState>();
        calm.catalog().services().keySet().forEach(service -> states.put(service, others));
        messages.ifPresentOrElse(state -> states.put(Piazza.MESSAGES, state), () -> states.remove(Piazza.MESSAGES));
        return new PageModel(
                calm.identity(),
                calm.languages(),
                calm.texts(),
                calm.catalog(),
                states,
                List.of(),
                Map.of(),
                List.of(),
                calm.at(),
                false,
                Map.of(),
                Branding.NONE);
    }

    private JsonNode read(PageModel model, String name) throws JsonProcessingException {
        return new ObjectMapper().readTree(Piazza.written(api, model, "/api/v2/" + name + ".json"));
    }
}
