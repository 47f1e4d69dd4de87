package dev.backonline.channel.api;

import dev.backonline.channel.Channel;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells whether a post that a network lists is the one that may have been made: newer than the newest of before, nobody else's, of the
 * same parent, of the same text as the network shows it, and (where ids tell no order) not older than the attempt. Pure but for asking
 * whose an id is.
 */
public record Match(Frozen frozen, Channel.Claimed claimed, Age age, Predicate<String> sameText) {
    /** DESIGN §5: how far a server's clock may be behind ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** Ours: more than any two clocks differ. */
    private static final Duration EARLIER = Duration.ofMinutes(10);

    /** As they were made: ids are numbers of growing length, or sorted as text; what stands behind a space is that of a thread. */
    public static final Comparator<String> BY_ID = Comparator.comparing(
            id -> id.replaceFirst(" .*", ""),
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));

    /** Of ids that grow. */
    public static boolean isUpTo(String landmark, String id) {
        return BY_ID.compare(id, landmark) <= 0;
    }

    /** From when on a list should show what may be it; what is too old all the same is sorted out. */
    public static Instant since(Frozen frozen) {
        return frozen.at().minus(EARLIER);
    }

    /** How a network's ids tell which of two posts is the newer one. */
    @FunctionalInterface
    public interface Age {
        /** Whether the post is surely not newer than the landmark. */
        boolean isUpTo(String landmark, String id);
    }

    /** A post of ours as the network lists it; {@code at} empty where its time can't be read. */
    public record Listed(Posted posted, Optional<String> parent, String text, Optional<Instant> at) {
        /** As in {@code 2026-11-22T20:04:00Z}, or with the hours from Greenwich, with or without a colon. */
        private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .appendPattern("[XXX][XX]")
                .toFormatter(Locale.ROOT);

        /** When that was, as networks write it. */
        public static Optional<Instant> time(String text) {
            try {
                return Optional.of(Instant.from(TIME.parse(text)));
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        }
    }

    /** The first of these that is it. */
    public Optional<Posted> among(Stream<Listed> list) {
        return list.filter(this::isIt).map(Listed::posted).findFirst();
    }

    public boolean isIt(Listed listed) {
        var id = listed.posted().id();
        return frozen.newest().filter(newest -> age.isUpTo(newest, id)).isEmpty()
                && (isSurelyNewer(id) || isInTime(listed))
                && listed.parent().equals(frozen.parent().map(Posted::id))
                && sameText.test(listed.text())
                && !claimed.byAnother(id);
    }

    /** Where ids tell the order, no clock is asked: ours may have been wrong by hours, and the post would be made twice. */
    private boolean isSurelyNewer(String id) {
        return frozen.newest().filter(newest -> age.isUpTo(id, newest)).isPresent();
    }

    private boolean isInTime(Listed listed) {
        return listed.at()
                .filter(time -> time.isBefore(frozen.at().minus(TOLERANCE)))
                .isEmpty();
    }
}
