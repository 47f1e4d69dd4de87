package dev.backonline.config;

import dev.backonline.catalog.Translated;
import dev.backonline.config.BackonlineFile.PublishSettings;
import dev.backonline.config.BackonlineFile.RetentionSettings;
import dev.backonline.config.ChannelPlan.ChannelSettings;
import dev.backonline.config.ChannelPlan.ChosenChannel;
import dev.backonline.config.CheckPlan.CheckSettings;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.config.Languages.Template;
import dev.backonline.config.ServicePlan.ServiceSettings;
import dev.backonline.config.calendar.MaintenanceSettings;
import dev.backonline.message.Saying;
import dev.backonline.page.brand.PageSettings;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the settings records as a reference for people. */
final class ConfigReference {
    private static final String INTRODUCTION = """
            # backonline.yaml, key by key

            Generated from the settings records; `./mvnw test -Dgolden.update=true` writes it anew.

            The file is found by `BACKONLINE_CONFIG` (or `-Dbackonline.config`), else it is `./backonline.yaml`; with neither, the
            demonstration runs. It is YAML 1.2 in UTF-8, at most 8 MiB. Unknown keys and keys that stand twice are mistakes, and every mistake is told at once, as `file:line:column`.
            An editor that knows JSON schemas completes the file with this line at its top:

            ```yaml
            # yaml-language-server: $schema=docs/backonline.schema.json
            ```

            ## How values are written

            | what | how |
            |--|--|
            | a duration | `800ms`, `10s`, `1m30s`, `2h`, `1d`; `0s` where nothing shall be waited for |
            | an address | with `https://` or `http://` |
            | a language | `en`, `it`, `pt-BR`; one that is built in, or one that the file brings in `messages` |
            | a text for people | one text, or texts by language: `{ it: Foto, en: Photos }` |
            | an id | small letters, digits and hyphens, at most 40 |
            | what stands outside the file | `${env:NAME}` for an environment variable, `${file:/run/secrets/name}` for what a file holds (without its last line break; a relative path starts where this file is). Both are read under `channels`, `canaries`, `checks` and `operator` only, are never shown, and may be a part of a text: `"Bearer ${env:TOKEN}"`. Inside `{ … }` and `[ … ]` YAML wants them in quotes |
            """;
    private final StringBuilder text = new StringBuilder(INTRODUCTION);

    private ConfigReference() {}

    static String of(Plugins plugins) {
        var reference = new ConfigReference();
        reference.section("##", "The top level", BackonlineFile.class);
        reference.section("##", "page", PageSettings.class);
        reference.section("##", "services.ID", ServiceSettings.class);
        reference.section("##", "checks and canaries: every type", CheckSettings.class);
        plugins.checks().forEach(kind -> reference.section("###", "type: " + kind.type(), kind.settings()));
        reference.section("##", "maintenance", MaintenanceSettings.class);
        reference.section("##", "publish", PublishSettings.class);
        reference.section("##", "retention", RetentionSettings.class);
        reference.section("##", "channels.ID: every type", ChannelSettings.class);
        plugins.channels().forEach(kind -> reference.section("###", "type: " + kind.type(), kind.settings()));
        return reference.text + wording();
    }

    private static String wording() {
        return """

                ## messages

                By language, and by what is said, one text or `{ long: …, short: … }`; the short one serves where the long one doesn't fit.
                A saying that is given here replaces the built-in one as a whole. A language that is not built in needs all of them:
                %s.

                A text may name the public facts: `{services}`, `{page}`, `{url}`, `{since}`, `{until}`, `{duration}`, `{nextUpdate}`, `{workaround}`.
                What may be absent stands in a condition: `{#if workaround} {workaround}{/if}`.
                Each text names `{url}`, `{since}` or `{until}`, so that two outages never read the same.
                """.formatted(quoted(Scalars.names(Saying.class), "`%s`"));
    }

    private static String quoted(List<String> names, String form) {
        return names.stream().map(form::formatted).collect(Collectors.joining(", "));
    }

    private void section(String level, String title, Class<? extends Record> type) {
        text.append("\n%s %s\n\n".formatted(level, title));
        if (type.getRecordComponents().length == 0) {
            text.append("Has no keys of its own.\n");
            return;
        }
        text.append("| key | value | default | meaning |\n|--|--|--|--|\n");
        rows("", type);
    }

    private void rows(String prefix, Class<? extends Record> type) {
        for (var component : type.getRecordComponents()) {
            var key = prefix + Binder.key(component);
            text.append("| `%s` | %s | %s | %s |\n"
                    .formatted(key, form(component), fallback(component), meaning(component)));
            if (component.getType().isRecord() && isInline(component.getType())) {
                rows(key + ".", component.getType().asSubclass(Record.class));
            }
        }
    }

    /** Whether the keys of a record stand in the table of the record that it is a part of. */
    private static boolean isInline(Class<?> type) {
        return isKeys(type)
                && !List.of(PageSettings.class, PublishSettings.class, RetentionSettings.class)
                        .contains(type);
    }

    private static boolean isKeys(Class<?> type) {
        return Binder.isSettings(type)
                && !List.of(Translated.class, Template.class).contains(type);
    }

    private static String fallback(RecordComponent component) {
        var setting = ConfigSchema.setting(component);
        if (ConfigSchema.isRequired(component)) {
            return "**required**";
        }
        return setting.fallback().isEmpty() ? "" : "`%s`".formatted(cell(setting.fallback()));
    }

    private static String meaning(RecordComponent component) {
        var setting = ConfigSchema.setting(component);
        var example = setting.example().isEmpty() ? "" : " Example: `%s`".formatted(cell(setting.example()));
        return cell(setting.value()) + example;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String form(RecordComponent component) {
        return form(component.getGenericType());
    }

    private static String form(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = List.of(generic.getActualTypeArguments());
            return switch (generic.getRawType().getTypeName()) {
                case "java.util.Optional" -> form(arguments.getFirst());
                case "java.util.List" -> "list: " + form(arguments.getFirst());
                case "java.util.Map" -> "%s → %s".formatted(form(arguments.getFirst()), form(arguments.getLast()));
                default -> form(generic.getRawType());
            };
        }
        var plain = (Class<?>) type;
        var names = Map.<Class<?>, String>of(
                ChosenCheck.class, "check",
                ChosenChannel.class, "channel",
                Translated.class, "text for people",
                Template.class, "text");
        if (names.containsKey(plain)) {
            return names.getOrDefault(plain, "");
        }
        return isKeys(plain) ? "keys" : Scalars.isNamed(plain) ? quoted(Scalars.names(plain), "`%s`") : scalar(plain);
    }

    private static String scalar(Class<?> type) {
        var name = Scalars.form(type).name();
        return name.equals("value") ? "text" : name;
    }
}
