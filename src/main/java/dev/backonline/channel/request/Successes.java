package dev.backonline.channel.request;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statuses that mean that a post was taken, such as {@code 200-299} or {@code 200, 204}. */
public record Successes(Set<Integer> statuses) {
    private static final Pattern RANGE = Pattern.compile("(2\\d\\d)(?:\\s*-\\s*(2\\d\\d))?");

    public Successes {
        statuses = Set.copyOf(statuses);
    }

    public static Successes parse(String text) {
        return new Successes(Arrays.stream(text.split(",", -1))
                .flatMapToInt(part -> range(part.strip(), text))
                .boxed()
                .collect(Collectors.toSet()));
    }

    /** Both ends included. */
    private static IntStream range(String part, String text) {
        var match = RANGE.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "'%s' should be statuses from 200 to 299, such as '200, 204'".formatted(text));
        }
        var last = match.group(2) == null ? match.group(1) : match.group(2);
        return IntStream.rangeClosed(Integer.parseInt(match.group(1)), Integer.parseInt(last));
    }

    boolean contain(int status) {
        return statuses.contains(status);
    }
}
