package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Course;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the first failing answer of a check to its first good one, as it was recorded, confirmed or not. */
record RecordedFailure(ServiceId service, Instant from, Instant to) {

    /** Those of all services, in order of time. {@code end}: when the record ends. */
    static List<RecordedFailure> of(List<Course> courses, Instant end) {
        return courses.stream()
                .flatMap(course -> of(course, end))
                .sorted(Comparator.comparing(RecordedFailure::from))
                .toList();
    }

    private static Stream<RecordedFailure> of(Course course, Instant end) {
        if (!(course.subject() instanceof Course.OfService(var service, var _, var _))) {
            return Stream.empty();
        }
        var stretches = new ArrayList<RecordedFailure>();
        var since = Optional.<Instant>empty();
        for (var sample : course.samples()) {
            if (sample.answer() instanceof Answer.Down) {
                since = since.or(() -> Optional.of(sample.at()));
            } else if (since.isPresent() && !(sample.answer() instanceof Answer.Inconclusive)) {
                stretches.add(new RecordedFailure(service, since.get(), sample.at()));
                since = Optional.empty();
            }
        }
        since.ifPresent(from -> stretches.add(new RecordedFailure(service, from, end)));
        return stretches.stream();
    }

    Duration length() {
        return Duration.between(from, to);
    }

    boolean covers(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
