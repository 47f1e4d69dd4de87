package dev.backonline.page;

import dev.backonline.message.Language;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.message.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The language files of the program, read for tests without its configuration. */
public final class LanguageFile {
    private LanguageFile() {}

    @SuppressWarnings("unchecked") // the files are ours, and of this shape
    public static Language read(Locale locale) {
        var file = Path.of(System.getProperty("basedir", "."), "src/main/resources/messages", locale + ".yaml");
        try {
            var root = (Map<String, Object>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new Language(
                    locale,
                    wording((Map<String, Map<String, String>>) part(root, "messages")),
                    (Map<String, List<String>>) part(root, "units"),
                    (Map<String, String>) part(root, "page"),
                    (Map<String, String>) part(root, "alarms"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Object part(Map<String, Object> root, String key) {
        return root.getOrDefault(key, Map.of());
    }

    private static Wording wording(Map<String, Map<String, String>> messages) {
        var templates = new EnumMap<Saying, Map<Size, String>>(Saying.class);
        for (var saying : Saying.values()) {
            var sizes = new HashMap<Size, String>();
            messages.getOrDefault(saying.key(), Map.of())
                    .forEach((size, text) -> sizes.put(Size.valueOf(size.toUpperCase(Locale.ROOT)), text));
            templates.put(saying, sizes);
        }
        return new Wording(templates);
    }
}
