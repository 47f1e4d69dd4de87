package dev.backonline.check.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTTP statuses that mean success, such as {@code 200-299, 301}. */
@RegisterForReflection
public record StatusSet(List<Span> spans) {
    private static final Pattern FORM = Pattern.compile("(\\d{3})(?:\\s*-\\s*(\\d{3}))?");

    public StatusSet {
        spans = List.copyOf(spans);
    }

    public static StatusSet parse(String text) {
        return new StatusSet(Arrays.stream(text.split(",", -1))
                .map(part -> span(part.strip(), text))
                .toList());
    }

    public boolean contains(int status) {
        return spans.stream().anyMatch(span -> span.first() <= status && status <= span.last());
    }

    @Override
    public String toString() {
        return spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }

    private static Span span(String part, String text) {
        var match = FORM.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException("'%s' should be like '200-299, 301'".formatted(text));
        }
        var first = Integer.parseInt(match.group(1));
        return new Span(first, match.group(2) == null ? first : Integer.parseInt(match.group(2)));
    }

    /** Statuses that follow one another, both ends included. */
    public record Span(int first, int last) {
        public Span {
            // RFC 9110, 15: a status has three digits, and the first class is 1xx.
            if (first < 100 || last < first || last > 999) {
                throw new IllegalArgumentException(
                        "statuses %d-%d should ascend between 100 and 999".formatted(first, last));
            }
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }
}
