package dev.backonline.page.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The templates under {@code page/} on the class path; everything that is put into one is escaped. */
public final class PageTemplates {
    private static final String HTML = "text/html";
    private static final String XML = "text/xml";

    /** What XML 1.0 has no way to write, section 2.2: one such character in a name would break a whole feed. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(HTML, XML)))
            .addLocator(PageTemplates::locate)
            .build();

    /** Fills one in; {@code name} is its file under {@code page/}, such as {@code home.html}. */
    public String render(String name, Map<String, ?> data) {
        var template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalStateException("there is no template page/" + name);
        }
        return UNPRINTABLE.matcher(template.instance().data(data).render()).replaceAll("");
    }

    /** A file under {@code page/} as it is. */
    public static String file(String name) {
        try (var in = PageTemplates.class.getResourceAsStream("/page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no file page/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String name) {
        return Optional.of(new Located(file(name), name.endsWith(".html") ? HTML : XML));
    }

    private record Located(String text, String type) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(new Variant(Locale.ROOT, StandardCharsets.UTF_8, type));
        }
    }
}
