package dev.backonline.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Times as one language writes them (by the JDK's CLDR data), in the page's zone. */
public record Timepiece(Locale locale, ZoneId zone) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter RFC_3339_MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    public String machine(Instant instant) {
        return RFC_3339.format(in(instant));
    }

    public String machineMilliseconds(Instant instant) {
        return RFC_3339_MILLISECONDS.format(in(instant));
    }

    /** As RSS has it: RFC 822 with a year of four digits. */
    public String mail(Instant instant) {
        return RFC_822.format(in(instant));
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

    ZonedDateTime in(Instant instant) {
        return instant.atZone(zone);
    }
}
