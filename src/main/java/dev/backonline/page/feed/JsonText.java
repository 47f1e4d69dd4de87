package dev.backonline.page.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** Writes records as JSON; what is absent is null. */
public final class JsonText {
    private final ObjectMapper mapper;

    private JsonText(PropertyNamingStrategy names) {
        mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .propertyNamingStrategy(names)
                .build();
    }

    /** With names such as {@code time_zone}. */
    static JsonText snakeCase() {
        return new JsonText(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** With names such as {@code schemaVersion}. */
    public static JsonText camelCase() {
        return new JsonText(PropertyNamingStrategies.LOWER_CAMEL_CASE);
    }

    public String write(Object document) {
        try {
            return mapper.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of ours can't be written as JSON", impossible);
        }
    }
}
