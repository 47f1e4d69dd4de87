package dev.backonline.page.html;

import io.quarkus.qute.RawString;
import java.util.regex.Pattern;

/** Turns plain text into HTML: escaped, with its addresses as links. */
public final class Prose {
    /** An address ends before punctuation that ends the sentence. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)\\]]");

    private Prose() {}

    public static RawString html(String text) {
        var html = new StringBuilder();
        var matcher = ADDRESS.matcher(text);
        var from = 0;
        while (matcher.find()) {
            html.append(escaped(text.substring(from, matcher.start())));
            var address = escaped(matcher.group());
            html.append("<a href=\"")
                    .append(address)
                    .append("\" rel=\"nofollow\">")
                    .append(address)
                    .append("</a>");
            from = matcher.end();
        }
        return new RawString(
                html.append(escaped(text.substring(from))).toString().replace("\n", "<br>"));
    }

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
