package dev.backonline.page.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.page.Chapter;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.html.PageTemplates;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/**
 * The OpenAPI document of all public paths: what is in {@code page/openapi.json}, with this page's address, services and languages.
 * A path that has {@value #TRANSLATED} is described once more under each language's own.
 */
public final class Contract implements Chapter {
    private static final String TRANSLATED = "x-languages";
    private static final String LANGUAGE = "#/components/parameters/language";

    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectNode document;

    public Contract() {
        try {
            document = (ObjectNode) mapper.readTree(PageTemplates.file("openapi.json"));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("page/openapi.json is no JSON", broken);
        }
        translate(document.withObject("paths"));
    }

    @Override
    public Map<String, Sheet> write(PageModel model) {
        var contract = document.deepCopy();
        var identity = model.identity();
        contract.withObject("info").put("title", identity.name().in(identity.language()));
        contract.putArray("servers")
                .addObject()
                .put("url", identity.url().toString().replaceAll("/+$", ""));
        var services =
                contract.withObject("/components/parameters/service/schema").putArray("enum");
        model.catalog().services().keySet().forEach(service -> services.add(service.value()));
        var languages =
                contract.withObject("/components/parameters/language/schema").putArray("enum");
        identity.languages().stream().map(Locale::toLanguageTag).forEach(languages::add);
        return Map.of("/openapi.json", Sheet.of("application/json; charset=utf-8", contract.toString()));
    }

    private static void translate(ObjectNode paths) {
        var names = new ArrayList<String>();
        paths.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var path = paths.withObject(escaped(name));
            if (path.remove(TRANSLATED) != null) {
                var translated = path.deepCopy();
                var operation = translated.withObject("/get");
                operation.put("operationId", operation.path("operationId").asText() + "InLanguage");
                translated.withArray("/parameters").addObject().put("$ref", LANGUAGE);
                paths.set("/{language}" + name, translated);
            }
        }
    }

    /** As a JSON Pointer writes a name: RFC 6901, section 3. */
    private static String escaped(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
