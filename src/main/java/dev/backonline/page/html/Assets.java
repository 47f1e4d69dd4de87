package dev.backonline.page.html;

import dev.backonline.page.Chapter;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.Tone;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The style and the icons, under names that change with their content, so that they may be kept for ever. */
public final class Assets implements Chapter {
    private final Map<String, Sheet> files = new HashMap<>();
    private final Map<Tone, String> icons = new HashMap<>();
    private final String style;

    public Assets() {
        style = add("style", "css", "text/css; charset=utf-8", PageTemplates.file("style.css"));
        for (var tone : Tone.values()) {
            var icon = PageTemplates.file("icon-" + tone.key() + ".svg");
            icons.put(tone, add("icon-" + tone.key(), "svg", "image/svg+xml", icon));
        }
    }

    @Override
    public Map<String, Sheet> write(PageModel model) {
        return files;
    }

    String style() {
        return style;
    }

    String icon(Tone tone) {
        return icons.getOrDefault(tone, "");
    }

    private String add(String name, String extension, String type, String text) {
        var tag = Document.tagOf(text.getBytes(StandardCharsets.UTF_8));
        var path = "/assets/%s.%s.%s".formatted(name, tag, extension);
        files.put(path, Sheet.lasting(type, text));
        return path;
    }
}
