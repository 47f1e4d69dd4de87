package dev.backonline.page.html;

import dev.backonline.page.Chapter;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.Sheet;
import dev.backonline.page.Tone;
import dev.backonline.page.brand.Branding;
import dev.backonline.page.brand.Picture;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The style, the script and the pictures, under names that change with their content, so that they may be kept for ever. */
public final class Assets implements Chapter {
    private volatile Wardrobe last = new Wardrobe(Branding.NONE);

    @Override
    public Map<String, Sheet> write(PageModel model) {
        return wardrobe(model.branding()).files;
    }

    Wardrobe wardrobe(Branding branding) {
        var wardrobe = last;
        if (!wardrobe.branding.equals(branding)) {
            wardrobe = new Wardrobe(branding);
            last = wardrobe;
        }
        return wardrobe;
    }

    /** The paths for one branding. */
    static final class Wardrobe {
        private final Branding branding;
        private final Map<String, Sheet> files = new HashMap<>();
        private final Map<Tone, String> icons = new HashMap<>();
        private final String style;
        private final String script;
        private final Optional<String> ownStyle;
        private final Optional<String> logo;

        private Wardrobe(Branding branding) {
            this.branding = branding;
            style = add(
                    "style.css", "text/css; charset=utf-8", branding.palette().css() + PageTemplates.file("style.css"));
            script = add("live.js", "text/javascript; charset=utf-8", PageTemplates.file("live.js"));
            ownStyle = branding.css().map(css -> add("own.css", "text/css; charset=utf-8", css));
            logo = branding.logo().map(picture -> add("logo", picture));
            var own = branding.icon().map(picture -> add("icon", picture));
            for (var tone : Tone.values()) {
                var name = "icon-" + tone.key() + ".svg";
                icons.put(tone, own.orElseGet(() -> add(name, "image/svg+xml", PageTemplates.file(name))));
            }
        }

        String style() {
            return style;
        }

        String script() {
            return script;
        }

        Optional<String> ownStyle() {
            return ownStyle;
        }

        Optional<String> logo() {
            return logo;
        }

        String icon(Tone tone) {
            return icons.getOrDefault(tone, "");
        }

        private String add(String name, String type, String text) {
            return add(name, type, text.getBytes(StandardCharsets.UTF_8));
        }

        private String add(String name, Picture picture) {
            return add(
                    name + "." + picture.format().extension(), picture.format().type(), picture.bytes());
        }

        private String add(String name, String type, byte[] bytes) {
            var path = "/assets/" + name.replaceFirst("\\.(?=\\w+$)", "." + Document.tagOf(bytes) + ".");
            files.put(path, Sheet.lasting(type, bytes));
            return path;
        }
    }
}
