package dev.backonline.config.calendar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;

/** A rule by which something comes again, as in RFC 5545 (3.3.10), such as {@code FREQ=WEEKLY;BYDAY=TU}. */
@RegisterForReflection
public record Recurrence(String text) {
    /** Ours: work that comes more often is a state, not a plan. */
    private static final Set<Freq> TOO_OFTEN = Set.of(Freq.SECONDLY, Freq.MINUTELY);
    /** Ours: as many as hourly ones in a year. */
    private static final int MOST = 10_000;

    public Recurrence {
        if (TOO_OFTEN.contains(rule(text).getFreq())) {
            throw new IllegalArgumentException("'%s' should come at most each hour".formatted(text));
        }
    }

    public static Recurrence parse(String text) {
        return new Recurrence(text.strip().replaceFirst("(?i)^RRULE:", ""));
    }

    /** The starts from one moment to another, the first of all being {@code start} or the first after it that fits. */
    List<ZonedDateTime> starts(ZonedDateTime start, Instant from, Instant until) {
        var zone = TimeZone.getTimeZone(start.getZone());
        var rule = rule(text);
        bound(rule, zone);
        var starts = new ArrayList<ZonedDateTime>();
        var iterator = rule.iterator(start.toInstant().toEpochMilli(), zone);
        iterator.fastForward(from.toEpochMilli());
        while (iterator.hasNext() && starts.size() < MOST) {
            var next = local(iterator.nextDateTime()).atZone(start.getZone());
            if (next.toInstant().isAfter(until)) {
                break;
            }
            if (!next.toInstant().isBefore(from)) {
                starts.add(next);
            }
        }
        return starts;
    }

    /** Whether there is a time for it at all, from this one on. */
    boolean comesAfter(ZonedDateTime start) {
        var zone = TimeZone.getTimeZone(start.getZone());
        var rule = rule(text);
        bound(rule, zone);
        try {
            return rule.iterator(start.toInstant().toEpochMilli(), zone).hasNext();
        } catch (IllegalArgumentException never) {
            // So the library says that it has looked for very long, such as for a 30th of February.
            return false;
        }
    }

    private static RecurrenceRule rule(String text) {
        try {
            return new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException mistake) {
            throw new IllegalArgumentException(
                    "'%s' should be a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU: %s"
                            .formatted(text, mistake.getMessage()),
                    mistake);
        }
    }

    /** RFC 5545 wants UNTIL in UTC; people write the day, or the time of their zone, and mean that. */
    private static void bound(RecurrenceRule rule, TimeZone zone) {
        var until = rule.getUntil();
        if (until != null && (until.isAllDay() || until.isFloating())) {
            var local = until.isAllDay() ? local(until).toLocalDate().atTime(23, 59, 59) : local(until);
            rule.setUntil(new DateTime(
                            zone,
                            local.getYear(),
                            local.getMonthValue() - 1,
                            local.getDayOfMonth(),
                            local.getHour(),
                            local.getMinute(),
                            local.getSecond())
                    .shiftTimeZone(DateTime.UTC));
        }
    }

    /** The library counts months from 0. */
    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    @Override
    public String toString() {
        return text;
    }
}
