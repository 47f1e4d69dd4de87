package dev.backonline.channel.request;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Statuses that mean that a post was taken, such as {@code 200-299} or {@code 200, 204}. */
public record Successes(List<Range> ranges) {
    private static final Pattern RANGE = Pattern.compile("(2\\d\\d)(?:\\s*-\\s*(2\\d\\d))?");

    public Successes {
        ranges = List.copyOf(ranges);
    }

    /** Statuses that follow one another, both ends included. */
    public record Range(int first, int last) {}

    public static Successes parse(String text) {
        return new Successes(Arrays.stream(text.split(",", -1))
                .map(part -> range(part.strip(), text))
                .toList());
    }

    private static Range range(String part, String text) {
        var match = RANGE.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' should be statuses from 200 to 299, such as '200, 204'".formatted(text));
        }
        var first = Integer.parseInt(match.group(1));
        return new Range(first, match.group(2) == null ? first : Integer.parseInt(match.group(2)));
    }

    boolean contain(int status) {
        return ranges.stream().anyMatch(range -> range.first() <= status && status <= range.last());
    }
}
