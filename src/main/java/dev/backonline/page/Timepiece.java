package dev.backonline.page;

import static java.util.stream.Collectors.joining;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.IntStream;

/** Times as one language writes them (by the JDK's CLDR data), in the page's zone. */
public record Timepiece(Locale locale, ZoneId zone) {
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter RFC_3339_MILLISECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    /** Minutes that are no hour's number, and what stands in their place. */
    private static final int MINUTES = 47;

    private static final String PLACE = "mm";

    /**
     * What a script needs to write times as this language does: the hours of a day with {@code mm} for the minutes, short names of
     * the days from Sunday on, both parted by {@code |}, and what an offset from UTC begins with.
     */
    @RegisterForReflection
    public record Dial(String hours, String days, String zero) {}

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

    public Dial dial() {
        var hours = IntStream.range(0, 24)
                .mapToObj(hour -> DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(LocalTime.of(hour, MINUTES))
                        .replace(Integer.toString(MINUTES), PLACE));
        var days = IntStream.range(0, 7)
                .mapToObj(DayOfWeek.SUNDAY::plus)
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale));
        return new Dial(
                hours.collect(joining("|")),
                days.collect(joining("|")),
                DateTimeFormatter.ofPattern("O", locale).format(Instant.EPOCH.atOffset(ZoneOffset.UTC)));
    }

    public LocalDate day(Instant instant) {
        return in(instant).toLocalDate();
    }

    public String write(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** Without the day of the week. */
    public String brief(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /** Such as "June 2026". */
    public String write(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL y", locale).format(month);
    }

    /** A share of one, rounded down to two decimals: what is not whole is never written as 100 %. */
    public String percent(double share) {
        var form = NumberFormat.getPercentInstance(locale);
        form.setMaximumFractionDigits(2);
        form.setRoundingMode(RoundingMode.DOWN);
        return form.format(share);
    }

    /** Such as "240 ms" or "1.2 s". */
    public String milliseconds(long count) {
        var form = NumberFormat.getInstance(locale);
        form.setMaximumFractionDigits(1);
        return count < 1000 ? form.format(count) + "\u00a0ms" : form.format(count / 1000.0) + "\u00a0s";
    }

    ZonedDateTime in(Instant instant) {
        return instant.atZone(zone);
    }
}
