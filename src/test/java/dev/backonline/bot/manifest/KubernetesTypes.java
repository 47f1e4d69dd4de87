package dev.backonline.bot.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The types of Kubernetes and of Prometheus' operator, taken at their word: no field that they lack, no value of another type. */
final class KubernetesTypes {
    private static final Map<String, Class<? extends HasMetadata>> KNOWN =
            ServiceLoader.load(KubernetesResource.class).stream()
                    .map(ServiceLoader.Provider::type)
                    .filter(HasMetadata.class::isAssignableFrom)
                    .<Class<? extends HasMetadata>>map(type -> type.asSubclass(HasMetadata.class))
                    .collect(Collectors.toMap(
                            type -> HasMetadata.getApiVersion(type) + " " + HasMetadata.getKind(type),
                            type -> type,
                            (one, other) -> one));

    private static final ObjectMapper STRICT = strict();

    private KubernetesTypes() {}

    /** What is wrong with an object; nothing if it is as its type says. */
    static Optional<String> mistake(JsonNode object) {
        var name =
                object.path("apiVersion").asText() + " " + object.path("kind").asText();
        var type = Optional.ofNullable(KNOWN.get(name));
        if (type.isEmpty()) {
            return Optional.of("there is no " + name);
        }
        try {
            STRICT.treeToValue(object, type.orElseThrow());
            return Optional.empty();
        } catch (JsonProcessingException mistake) {
            return Optional.of(name + ": " + mistake.getMessage());
        }
    }

    static <T extends HasMetadata> T strictly(JsonNode object, Class<T> type) {
        try {
            return STRICT.treeToValue(object, type);
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    /** The types themselves put what they don't know aside; here they may not. */
    private static ObjectMapper strict() {
        var mapper = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .annotationIntrospector(new NothingAside());
        for (var shape : List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(shape, CoercionAction.Fail));
        }
        return mapper.build();
    }

    /** Overlooks the place where unknown fields would be kept. */
    private static final class NothingAside extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }
    }
}
