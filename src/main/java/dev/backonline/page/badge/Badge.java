package dev.backonline.page.badge;

import dev.backonline.catalog.Service;
import dev.backonline.page.Narrator;
import dev.backonline.page.Tone;
import dev.backonline.page.html.Prose;

/** A name and its state in a few words, as a picture of two halves. */
record Badge(String label, String message, Tone tone) {
    /** Ours, in pixels: before and after each text. */
    private static final int MARGIN = 6;
    /** Ours, in pixels: the mean width of a letter of Verdana at 11 px; the text is stretched to fit what it was given. */
    private static final double LETTER = 6.8;

    static Badge of(Narrator narrator) {
        var tone = narrator.overall().tone();
        return new Badge(narrator.page(), word(narrator, tone), tone);
    }

    static Badge of(Narrator narrator, Service service) {
        var tone = Tone.of(narrator.model().state(service.id()));
        return new Badge(narrator.name(service.id()), word(narrator, tone), tone);
    }

    /** As the services are said to be; what is being watched works. */
    private static String word(Narrator narrator, Tone tone) {
        return narrator.word("state-" + (tone == Tone.WATCHING ? Tone.WORKING : tone).key());
    }

    /** White on each of them has a contrast of at least 4.5 : 1 (WCAG 2.2, success criterion 1.4.3). */
    String color() {
        return switch (tone) {
            case WORKING, WATCHING -> "#1a7f37";
            case MAINTENANCE -> "#1f6feb";
            case UNKNOWN -> "#6e7781";
            case DEGRADED -> "#8a6100";
            case PARTIAL -> "#b54708";
            case MAJOR -> "#c4221f";
        };
    }

    String svg() {
        var left = width(label);
        var right = width(message);
        var name = Prose.escaped(label + ": " + message);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="%1$d" height="20" role="img" aria-label="%2$s">\
                <title>%2$s</title><rect width="%1$d" height="20" rx="3" fill="#424a53"/>\
                <path d="M%3$d 0h%4$da3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-%4$dz" fill="%5$s"/>\
                <g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">%6$s%7$s</g></svg>
                """.formatted(
                        left + right, name, left, right - 3, color(), text(label, 0, left), text(message, left, right));
    }

    private static String text(String text, int from, int width) {
        return "<text x=\"%d\" y=\"14\" textLength=\"%d\">%s</text>"
                .formatted(from + MARGIN, width - 2 * MARGIN, Prose.escaped(text));
    }

    private static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER) + 2 * MARGIN;
    }
}
