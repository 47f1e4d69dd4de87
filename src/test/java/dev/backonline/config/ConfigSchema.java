package dev.backonline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.catalog.Setting;
import dev.backonline.catalog.Translated;
import dev.backonline.channel.ChannelKind;
import dev.backonline.check.CheckKind;
import dev.backonline.config.ChannelPlan.ChannelSettings;
import dev.backonline.config.ChannelPlan.ChosenChannel;
import dev.backonline.config.CheckPlan.CheckSettings;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.config.Languages.Template;
import dev.backonline.verdict.Confirmation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes the settings records as a JSON schema, so that editors complete and check the file while it is written. */
final class ConfigSchema {
    private static final String PLACEHOLDER = "\\$\\{(env|file):[^}]+\\}";
    private static final Map<Class<?>, String> PATTERNS = Map.of(
            Duration.class, "^(\\d{1,9}(ms|s|m|h|d)\\s*)+$",
            URI.class, "^https?://.+",
            Confirmation.class, "^\\s*\\d{1,3}\\s+of\\s+\\d{1,3}\\s*$",
            Locale.class, "^[A-Za-z]{2,3}([-][A-Za-z0-9]+)*$");

    private final Plugins plugins;
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    private ConfigSchema(Plugins plugins) {
        this.plugins = plugins;
    }

    static String of(Plugins plugins) {
        return new ConfigSchema(plugins).written().toPrettyString() + "\n";
    }

    /** What a text of YAML says, as JSON. */
    static JsonNode json(String yaml) {
        var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return new ObjectMapper().valueToTree(new Load(settings).loadFromString(yaml));
    }

    private ObjectNode written() {
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "backonline.yaml");
        root.setAll(settings(BackonlineFile.class));
        var definitions = root.putObject("$defs");
        plugins.checks().forEach(kind -> definitions.set("check-" + kind.type(), check(kind)));
        plugins.channels().forEach(kind -> definitions.set("channel-" + kind.type(), channel(kind)));
        return root;
    }

    private ObjectNode check(CheckKind<?> kind) {
        return chosen(CheckSettings.class, kind.settings(), kind.type());
    }

    private ObjectNode channel(ChannelKind<?> kind) {
        return chosen(ChannelSettings.class, kind.settings(), kind.type());
    }

    private ObjectNode chosen(Class<? extends Record> common, Class<? extends Record> own, String type) {
        var schema = settings(common);
        var more = settings(own);
        schema.withObjectProperty("properties").setAll(more.withObjectProperty("properties"));
        schema.withObjectProperty("properties")
                .putObject("type")
                .put("const", type)
                .put("description", "The type of all these settings.");
        schema.withArrayProperty("required").addAll(more.withArrayProperty("required"));
        return schema;
    }

    private ObjectNode settings(Class<? extends Record> type) {
        var schema = object();
        var properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (var component : type.getRecordComponents()) {
            properties.set(Binder.key(component), documented(component));
            if (isRequired(component)) {
                required.add(Binder.key(component));
            }
        }
        return schema.put("additionalProperties", false);
    }

    static boolean isRequired(RecordComponent component) {
        return component.getType() != Optional.class
                && setting(component).fallback().isEmpty();
    }

    static Setting setting(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Setting.class))
                .orElseThrow(() -> new IllegalStateException(component + " lacks its @Setting"));
    }

    private ObjectNode documented(RecordComponent component) {
        var setting = setting(component);
        var schema = value(component.getGenericType());
        schema.put("description", setting.value());
        if (!setting.fallback().isEmpty()) {
            schema.set("default", json(setting.fallback()));
        }
        if (!setting.example().isEmpty()) {
            schema.putArray("examples").add(json(setting.example()));
        }
        return schema;
    }

    private ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = List.of(generic.getActualTypeArguments());
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.Optional" -> value(arguments.getFirst());
                case "java.util.List" -> node("array").set("items", value(arguments.getFirst()));
                case "java.util.Map" -> map(arguments.getFirst(), arguments.getLast());
                default -> value(generic.getRawType());
            };
        }
        var plain = (Class<?>) type;
        if (plain == ChosenCheck.class) {
            return oneOf(
                    "check-", plugins.checks().stream().map(CheckKind::type).toList());
        }
        if (plain == ChosenChannel.class) {
            return oneOf(
                    "channel-",
                    plugins.channels().stream().map(ChannelKind::type).toList());
        }
        return Binder.isSettings(plain) && plain != Translated.class && plain != Template.class
                ? settings(plain.asSubclass(Record.class))
                : text(plain);
    }

    private ObjectNode text(Class<?> type) {
        if (type == Translated.class) {
            return either(node("string"), map(Locale.class, String.class));
        }
        if (type == Template.class) {
            return either(node("string"), template());
        }
        if (type == int.class || type == double.class || type == boolean.class) {
            var name = type == int.class ? "integer" : type == double.class ? "number" : "boolean";
            return either(node(name), node("string").put("pattern", "^" + PLACEHOLDER + "$"));
        }
        if (Scalars.isNamed(type)) {
            var schema = node("string");
            Scalars.names(type).forEach(schema.putArray("enum")::add);
            return schema;
        }
        var pattern = PATTERNS.get(type);
        return pattern != null ? node("string").put("pattern", pattern + "|" + PLACEHOLDER) : anyText();
    }

    /** The reader takes a text as it is written, be it a number or not. */
    private static ObjectNode anyText() {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("type").add("string").add("number").add("boolean");
        return schema;
    }

    private ObjectNode template() {
        var schema = object();
        schema.putObject("properties").set("long", node("string"));
        schema.withObjectProperty("properties").set("short", node("string"));
        schema.putArray("required").add("long");
        return schema.put("additionalProperties", false);
    }

    private ObjectNode map(Type key, Type value) {
        ObjectNode schema = object().set("additionalProperties", value(value));
        if (key != String.class) {
            schema.set("propertyNames", value(key));
        }
        return schema;
    }

    private static ObjectNode oneOf(String prefix, List<String> types) {
        var schema = object();
        schema.putArray("required").add("type");
        var alternatives = schema.putArray("oneOf");
        types.forEach(type -> alternatives.addObject().put("$ref", "#/$defs/" + prefix + type));
        return schema;
    }

    private static ObjectNode either(ObjectNode one, ObjectNode other) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("anyOf").add(one).add(other);
        return schema;
    }

    private static ObjectNode object() {
        return node("object");
    }

    private static ObjectNode node(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
