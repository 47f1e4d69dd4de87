package dev.backonline.check;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long a server asks to be left alone, in all the dialects in which servers say it. Absolute times are read by {@code clock}: the
 * server's own where it tells it, since ours may go wrong.
 */
public record Patience(Optional<Instant> clock) {
    /** Ours: servers that ask for less, or for a time that has passed, mean "not at once". */
    public static final Duration LEAST = Duration.ofSeconds(1);

    /** Ours: an outage seldom lasts longer, and a server's mistake (a year, a time in milliseconds) must not silence us. */
    public static final Duration MOST = Duration.ofHours(1);

    /** Ours: for a server that says "too many" and not until when. */
    public static final Duration UNSAID = Duration.ofSeconds(30);

    /** RFC 9110; Discord; Mastodon and GitHub; Bluesky; X. */
    private static final List<String> HEADERS = List.of(
            "retry-after", "x-ratelimit-reset-after", "x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset");

    /** In the body: Discord (seconds, with a fraction), Telegram (seconds), Matrix (milliseconds). */
    private static final Pattern IN_BODY = Pattern.compile("\"retry_after(_ms)?\"\\s*:\\s*(\\d{1,12}(?:\\.\\d{1,9})?)");

    /** Numbers from here on are seconds since 1970, as X and GitHub send them; below, seconds from now. */
    private static final double EPOCH_SECONDS = 1e9;

    /** Numbers from here on are milliseconds since 1970. */
    private static final double EPOCH_MILLIS = 1e12;

    /** How long the server asks for, within our bounds; empty if it doesn't say, or only by a clock that it doesn't tell. */
    public static Optional<Duration> asked(Wire.Answered answered) {
        return new Patience(answered.header("date").flatMap(Patience::date)).read(answered);
    }

    /** The same with a clock at hand. */
    public static Optional<Duration> asked(Wire.Answered answered, Instant now) {
        return new Patience(Optional.of(
                        answered.header("date").flatMap(Patience::date).orElse(now)))
                .read(answered);
    }

    private Optional<Duration> read(Wire.Answered answered) {
        return HEADERS.stream()
                .flatMap(name -> answered.header(name).flatMap(this::header).stream())
                .findFirst()
                .or(() -> inBody(answered.body()))
                .map(Patience::bounded);
    }

    private Optional<Duration> header(String value) {
        if (value.matches("\\d{1,15}(\\.\\d{1,9})?")) {
            var number = Double.parseDouble(value);
            return number < EPOCH_SECONDS ? Optional.of(seconds(number)) : until(epoch(number));
        }
        return date(value).flatMap(this::until);
    }

    private Optional<Duration> until(Instant time) {
        return clock.map(now -> Duration.between(now, time));
    }

    private static Optional<Duration> inBody(String body) {
        return IN_BODY.matcher(body)
                .results()
                .map(found -> seconds(Double.parseDouble(found.group(2)) / (found.group(1) == null ? 1 : 1_000)))
                .findFirst();
    }

    private static Instant epoch(double number) {
        return Instant.ofEpochMilli((long) (number < EPOCH_MILLIS ? number * 1_000 : number));
    }

    private static Duration seconds(double number) {
        return Duration.ofMillis((long) Math.ceil(number * 1_000));
    }

    private static Duration bounded(Duration asked) {
        if (asked.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return asked.compareTo(MOST) > 0 ? MOST : asked;
    }

    private static Optional<Instant> date(String value) {
        return Stream.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_DATE_TIME)
                .flatMap(format -> parsed(value, format).stream())
                .findFirst();
    }

    private static Optional<Instant> parsed(String value, DateTimeFormatter format) {
        try {
            return Optional.of(Instant.from(format.parse(value)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
