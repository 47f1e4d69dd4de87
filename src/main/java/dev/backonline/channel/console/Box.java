package dev.backonline.channel.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a text between a title and a foot. It is open to the right: letters and emoji of two columns would bend an edge. */
record Box(String title, String foot) {
    static final char CORNER = '┌';

    /** Ours: fits the usual console of 80 columns, with the indentation of a reply. */
    private static final int COLUMNS = 70;

    private static final String REPLY = "  ↳ ";

    String around(String text, boolean reply) {
        var lines = new ArrayList<String>();
        lines.add("┌─ " + harmless(title));
        wrapped(harmless(text)).forEach(line -> lines.add("│ " + line));
        lines.add("└─ " + harmless(foot));
        return reply ? REPLY + String.join("\n" + " ".repeat(REPLY.length()), lines) : String.join("\n", lines);
    }

    /** The same in ASCII. */
    static String plain(String drawn) {
        return drawn.replace('┌', '+')
                .replace('└', '+')
                .replace('│', '|')
                .replace('─', '-')
                .replace('↳', '>')
                .replace('·', '-');
    }

    /** Control characters could move the cursor or colour the screen. */
    private static String harmless(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    }

    private static List<String> wrapped(String text) {
        return text.lines().flatMap(paragraph -> lines(paragraph).stream()).collect(Collectors.toList());
    }

    /** A word that is longer than a line, such as an address, stays whole. */
    private static List<String> lines(String paragraph) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : paragraph.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
