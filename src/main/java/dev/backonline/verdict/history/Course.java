package dev.backonline.verdict.history;

import dev.backonline.catalog.ServiceState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Which state a service was in since when, over the last minutes; each holds until the next. Safe for several threads. */
final class Course {
    private final Deque<Span> spans = new ArrayDeque<>();
    private Optional<Instant> rewritten = Optional.empty();

    /** One state, from its beginning on; empty: unknown. */
    private record Span(Instant from, Optional<ServiceState> state) {}

    /** Unknown from then on. */
    Course(Instant start) {
        spans.add(new Span(start, Optional.empty()));
    }

    /** From then on it was in this state, whatever was thought before. */
    synchronized void became(Optional<ServiceState> state, Instant from) {
        if (now().equals(state)) {
            return;
        }
        while (spans.size() > 1 && !spans.getLast().from().isBefore(from)) {
            spans.removeLast();
        }
        if (!now().equals(state)) {
            spans.add(new Span(
                    from.isAfter(spans.getFirst().from())
                            ? from
                            : spans.getFirst().from(),
                    state));
        }
        rewritten = Optional.of(rewritten.filter(from::isAfter).orElse(from));
    }

    /** Nothing is known of this time; what was known then goes on after it. */
    synchronized void lost(Instant from, Instant until) {
        var state = now();
        became(Optional.empty(), from);
        became(state, until);
    }

    synchronized Optional<ServiceState> now() {
        return spans.getLast().state();
    }

    /** Since when something is different from what it was at the last call. */
    synchronized Optional<Instant> rewritten() {
        var since = rewritten;
        rewritten = Optional.empty();
        return since;
    }

    /** What of this time is known. */
    synchronized StateTime between(Instant from, Instant until) {
        var sum = StateTime.NONE;
        var end = until;
        for (var spans = this.spans.descendingIterator(); spans.hasNext() && end.isAfter(from); ) {
            var span = spans.next();
            var start = span.from().isAfter(from) ? span.from() : from;
            if (start.isBefore(end)) {
                sum = sum.plus(
                        StateTime.of(span.state(), Duration.between(start, end)).within(Duration.ZERO));
                end = start;
            }
        }
        return sum;
    }

    synchronized void forget(Instant before) {
        while (spans.size() > 1 && !second().from().isAfter(before)) {
            spans.removeFirst();
        }
    }

    private Span second() {
        var all = spans.iterator();
        all.next();
        return all.next();
    }
}
