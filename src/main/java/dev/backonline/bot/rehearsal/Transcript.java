package dev.backonline.bot.rehearsal;

import dev.backonline.bot.playback.Performance;
import dev.backonline.bot.playback.Posting;
import dev.backonline.bot.playback.Posting.Stance;
import dev.backonline.message.Limit;
import dev.backonline.message.Message;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The posts of a performance as people would have read them: by channel and language, as threads, with times and lengths. */
public record Transcript(Performance performance, ZoneId zone) {
    /** Ours: fits a console of 80 columns, with the indentation of a reply. */
    private static final int COLUMNS = 74;

    /** The lines, without a title. */
    public List<String> lines() {
        if (performance.posts().isEmpty()) {
            return List.of("Nothing is posted.");
        }
        var byThread = performance.posts().stream()
                .collect(Collectors.groupingBy(Transcript::heading, LinkedHashMap::new, Collectors.toList()));
        var lines = new ArrayList<String>();
        byThread.forEach((heading, posts) -> {
            lines.add(heading);
            posts.forEach(post -> lines.addAll(lines(post)));
            lines.add("");
        });
        lines.removeLast();
        return List.copyOf(lines);
    }

    private static String heading(Posting post) {
        return "%s (%s), %s"
                .formatted(
                        post.recipient().channel(),
                        post.plan().kind().type(),
                        post.messages().stream()
                                .map(message -> message.language().toLanguageTag())
                                .collect(Collectors.joining(" and ")));
    }

    private List<String> lines(Posting post) {
        var indent = post.stance() == Stance.ALONE ? "  " : "    ";
        var mark = switch (post.stance()) {
            case ALONE -> "  ";
            case REPLY -> "  ↳ ";
            case EDIT -> "  ✎ ";
        };
        var lines = new ArrayList<String>();
        var time = DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH).withZone(zone);
        for (var message : post.messages()) {
            lines.add(
                    "%s%s  %s, %s".formatted(mark, time.format(post.at()), said(post, message), length(post, message)));
            wrapped(message.text()).forEach(line -> lines.add(indent + "  " + line));
        }
        return lines;
    }

    private static String said(Posting post, Message message) {
        return message.saying().key() + (post.stance() == Stance.EDIT ? " in its place" : "");
    }

    private static String length(Posting post, Message message) {
        Limit limit = post.plan().capabilities().limit();
        var length = limit.measure().of(message.text());
        return limit.most() == Integer.MAX_VALUE
                ? "%d %s".formatted(length, limit.unit())
                : "%d of %d %s".formatted(length, limit.most(), limit.unit());
    }

    /** A word that is longer than a line, such as an address, stays whole. */
    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split("\\s+", -1)) {
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
