package dev.backonline.page.contract;

import static dev.backonline.page.Piazza.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.Scene;
import dev.backonline.page.Site;
import dev.backonline.page.Works;
import dev.backonline.page.web.StatusPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The OpenAPI document, held against what is really rendered: every path, every type, every field of every JSON document. */
class ContractTest {
    private static final Map<String, String> PARAMETERS = Map.of(
            "{language}",
            "(it|en)",
            "{service}",
            "(messages|calls|photos|shop|payments)",
            "{incident}",
            "[a-z0-9]{12}");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StatusPage page = new StatusPage();

    static Stream<PageModel> models() {
        return Stream.concat(
                Scene.all().map(Scene::model),
                Stream.of(Works.on(Scene.SEVERAL.model(), NOW, Works.PAST, Works.PRESENT, Works.COMING)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_programs_read_is_described_and_is_as_described(PageModel model) throws Exception {
        var site = page.render(model, Site.EMPTY);
        var contract = contract(site);

        for (var document : site.documents().entrySet()) {
            if (isForPrograms(document.getKey(), document.getValue())) {
                var described = describing(contract, document.getKey());
                assertThat(described).as(document.getKey()).hasSize(1);
                var content =
                        contract.at("/paths/%s/get/responses/200/content".formatted(pointer(described.getFirst())));
                assertThat(content.fieldNames())
                        .toIterable()
                        .containsExactly(document.getValue().type());
                if (document.getValue().type().contains("json")) {
                    isValid(contract, described.getFirst(), document.getValue());
                }
            }
        }
    }

    @Test
    void what_is_described_is_there() throws Exception {
        var site = page.render(Scene.SEVERAL.model(), Site.EMPTY);
        var contract = contract(site);

        contract.get("paths").fieldNames().forEachRemaining(template -> {
            if (!template.equals("/events")) {
                var served = site.documents().keySet().stream()
                        .filter(path -> matches(template, path) || matches(template, path.replaceFirst("^/it", "")));
                assertThat(served).as(template).isNotEmpty();
            }
        });
    }

    @Test
    void it_names_this_pages_address_services_and_languages() throws Exception {
        var contract = contract(page.render(Scene.CALM.model(), Site.EMPTY));

        assertThat(contract.at("/servers/0/url").asText()).isEqualTo("https://status.piazza.example");
        assertThat(contract.at("/components/parameters/service/schema/enum").toString())
                .isEqualTo("[\"messages\",\"calls\",\"photos\",\"shop\",\"payments\"]");
        assertThat(contract.at("/components/parameters/language/schema/enum").toString())
                .isEqualTo("[\"it\",\"en\"]");
        assertThat(contract.findValuesAsText("operationId")).doesNotHaveDuplicates();
        assertThat(contract.toString()).doesNotContain("x-languages");
    }

    private static JsonNode contract(Site site) throws Exception {
        return JSON.readTree(site.find("/openapi.json").orElseThrow().text());
    }

    private static boolean isForPrograms(String path, Document document) {
        return path.startsWith("/") && !document.isHtml() && !document.lasting();
    }

    private static List<String> describing(JsonNode contract, String path) {
        var templates = new ArrayList<String>();
        contract.get("paths").fieldNames().forEachRemaining(template -> {
            if (matches(template, path)) {
                templates.add(template);
            }
        });
        return templates;
    }

    private static boolean matches(String template, String path) {
        var pattern = template.replace(".", "\\.");
        for (var parameter : PARAMETERS.entrySet()) {
            pattern = pattern.replace(parameter.getKey(), parameter.getValue());
        }
        return path.matches(pattern);
    }

    private static void isValid(JsonNode contract, String template, Document document) {
        var schema = contract.at(
                "/paths/%s/get/responses/200/content/%s/schema".formatted(pointer(template), pointer(document.type())));
        var whole = JSON.createObjectNode();
        whole.set("components", contract.get("components"));
        whole.setAll((ObjectNode) schema);
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var errors = registry.getSchema(whole.toString(), InputFormat.JSON).validate(document.text(), InputFormat.JSON);
        assertThat(errors).as(template).isEmpty();
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
