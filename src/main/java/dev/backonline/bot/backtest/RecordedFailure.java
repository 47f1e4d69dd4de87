package dev.backonline.bot.backtest;

import dev.backonline.bot.playback.Tape;
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
    static List<RecordedFailure> of(List<Tape> tapes, Instant end) {
        return tapes.stream()
                .flatMap(tape -> of(tape, end))
                .sorted(Comparator.comparing(RecordedFailure::from))
                .toList();
    }

    private static Stream<RecordedFailure> of(Tape tape, Instant end) {
        if (!(tape.subject() instanceof Tape.OfService(var service, var _, var _))) {
            return Stream.empty();
        }
        var stretches = new ArrayList<RecordedFailure>();
        var since = Optional.<Instant>empty();
        for (var shot : tape.shots()) {
            if (shot.answer() instanceof Answer.Down) {
                since = since.or(() -> Optional.of(shot.at()));
            } else if (since.isPresent() && !(shot.answer() instanceof Answer.Inconclusive)) {
                stretches.add(new RecordedFailure(service, since.get(), shot.at()));
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
