package dev.backonline.verdict.history;

import java.time.Duration;

/**
 * How long is remembered how services were: changes of outcome one by one (and how many at most), minutes, hours and days.
 */
public record Retention(Duration raw, int rawMost, Duration minutes, Duration hours, Duration days) {
    private static final Duration DAY = Duration.ofDays(1);

    public Retention {
        if (minutes.compareTo(DAY.plusHours(2)) < 0) {
            throw new IllegalArgumentException(
                    "minutes should be at least 26h, since the page's last 24 hours are made of minutes");
        }
        if (hours.compareTo(DAY.multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("hours should be at least 2d, since the page's days are made of hours");
        }
        if (days.compareTo(DAY.multipliedBy(Past.DAYS)) < 0) {
            throw new IllegalArgumentException(
                    "days should be at least %dd, since the page shows so many".formatted(Past.DAYS));
        }
        if (hours.compareTo(minutes) < 0 || days.compareTo(hours) < 0) {
            throw new IllegalArgumentException(
                    "hours should be kept at least as long as minutes, and days at least as long as hours");
        }
        if (rawMost < 0) {
            throw new IllegalArgumentException("raw-most should not be negative");
        }
    }

    /** What is kept unless the file says otherwise. */
    public static Retention standard() {
        return new Retention(
                DAY.multipliedBy(2), 100_000, DAY.multipliedBy(2), DAY.multipliedBy(30), DAY.multipliedBy(366));
    }

    public Duration of(Width width) {
        return switch (width) {
            case MINUTE -> minutes;
            case HOUR -> hours;
            case DAY -> days;
        };
    }
}
