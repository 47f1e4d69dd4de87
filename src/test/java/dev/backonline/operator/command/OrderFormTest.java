package dev.backonline.operator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Command;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Status;
import dev.backonline.operator.door.OperatorName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderFormTest {
    private static final IncidentId INCIDENT = new IncidentId("v3i5nozdvfs6");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static OrderForm form(String body) {
        try {
            return new OrderForm(new OperatorName("anna"), JSON.readTree(body));
        } catch (JsonProcessingException mistake) {
            throw new IllegalArgumentException(mistake);
        }
    }

    @Test
    void a_post_is_read_whole() {
        var form = form("""
                { "services": ["chat"], "state": "partial-outage", "status": "Identified", "texts": { "it": " Ciao. " } }""");

        var command = form.post(Optional.of(INCIDENT));

        assertThat(command)
                .isEqualTo(new Command.Post(
                        "anna",
                        Optional.of(INCIDENT),
                        List.of(new ServiceId("chat")),
                        Optional.of(ServiceState.PARTIAL_OUTAGE),
                        Optional.of(Status.IDENTIFIED),
                        Map.of(Locale.ITALIAN, "Ciao.")));
    }

    @Test
    void without_words_the_usual_ones_are_meant() {
        assertThat(form("{}").resolve(INCIDENT)).isEqualTo(new Command.Resolve("anna", INCIDENT, Map.of()));
        assertThat(form("{}").reject(INCIDENT)).isEqualTo(new Command.Reject("anna", INCIDENT, "rejected by anna"));
        assertThat(form("{\"why\":\"a drill\"}").mute()).isEqualTo(new Command.Mute("anna", "a drill"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                               | the body should be a JSON object",
                "{\"text\":\"x\"}                 | unknown text; known: services, state, status, texts, why",
                "{\"state\":\"broken\"}           | state 'broken' should be one of operational, under_maintenance, degraded_performance, partial_outage, major_outage",
                "{\"services\":\"chat\"}          | services should be a list",
                "{\"services\":[\"No Id\"]}       | service id 'No Id' should match [a-z0-9-]{1,40}",
                "{\"texts\":\"Hello\"}            | texts should be texts by language, such as { \"en\": \"…\" }",
                "{\"texts\":{\"en\":\"\"}}        | texts.en should say something",
                "{\"texts\":{\"!!\":\"Hello\"}}   | texts: '!!' is no language",
                "{\"status\":7}                   | status should be a text"
            })
    void what_is_wrong_is_named(String body, String mistake) {
        assertThatThrownBy(() -> form(body).post(Optional.empty())).hasMessage(mistake);
    }

    @Test
    void a_book_is_not_posted() {
        var body = "{\"texts\":{\"en\":\"%s\"}}".formatted("x".repeat(4_001));

        assertThatThrownBy(() -> form(body).post(Optional.empty()))
                .hasMessage("texts.en should have at most 4000 characters");
    }
}
