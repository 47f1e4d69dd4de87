package dev.backonline.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Times as one language writes them (by the JDK's CLDR data), in the page's zone. */
public record Timepiece(Locale locale, ZoneId zone) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter RFC_3339_MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    public String machine(Instant instant) {
        return RFC_3339.format(in(instant));
    }

    public String machineMilliseconds(Instant instant) {
        return RFC_3339_MILLISECONDS.format(in(instant));
    }

    public String dateAndTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(in(instant));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(in(instant));
    }

    /** Such as "GMT+2", as the zone had it then. */
    public String offset(Instant instant) {
        var then = in(instant);
        return then.getOffset().equals(ZoneOffset.UTC)
                ? "UTC"
                : DateTimeFormatter.ofPattern("O", locale).format(then);
    }

    public LocalDate day(Instant instant) {
        return in(instant).toLocalDate();
    }

    public String write(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** A span in its two largest units; {@code units} are the words (one, other) by unit, as in {@code messages/<language>.yaml}. */
    public List<String> span(Duration span, Map<String, List<String>> units) {
        var parts = new ArrayList<String>();
        var rest = span;
        for (var unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            var count = rest.dividedBy(unit.getDuration());
            rest = rest.minus(unit.getDuration().multipliedBy(count));
            if (count > 0 && parts.size() < 2 && (unit != ChronoUnit.SECONDS || parts.isEmpty())) {
                parts.add(count + " " + word(unit, count, units));
            }
        }
        return parts;
    }

    private static String word(ChronoUnit unit, long count, Map<String, List<String>> units) {
        var name = unit.name().toLowerCase(Locale.ROOT);
        var words = units.getOrDefault(name.substring(0, name.length() - 1), List.of());
        return words.isEmpty() ? name : count == 1 ? words.getFirst() : words.getLast();
    }

    ZonedDateTime in(Instant instant) {
        return instant.atZone(zone);
    }
}
