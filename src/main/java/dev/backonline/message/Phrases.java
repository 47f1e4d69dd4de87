package dev.backonline.message;

import java.text.ListFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says lists, times and durations as one language does: the forms are CLDR's, by the JDK; the words for units are the language file's. */
public final class Phrases {
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long HOURS_PER_DAY = 24;
    /** CLDR puts a narrow no-break space before AM and PM; some networks draw a box for it. */
    private static final char NARROW_NO_BREAK_SPACE = '\u202f';

    private final Language language;

    public Phrases(Language language) {
        this.language = language;
    }

    /** All variables of a template; absent facts are empty texts, which {@code {#if …}} takes for no. */
    Map<String, Object> of(Facts facts) {
        return Arrays.stream(Variable.values()).collect(Collectors.toMap(Variable::key, one -> say(one, facts)));
    }

    private String say(Variable variable, Facts facts) {
        return switch (variable) {
            case SERVICES -> list(facts.services());
            case PAGE -> facts.page();
            case URL -> facts.url().toString();
            case SINCE -> since(facts);
            case UNTIL -> until(facts);
            case DURATION -> duration(facts);
            case NEXT_UPDATE -> facts.nextUpdate().map(this::words).orElse("");
            case WORKAROUND -> facts.workaround().orElse("");
            case DETAIL -> facts.detail().orElse("");
            case TITLE -> facts.title().orElse("");
        };
    }

    /** The zone is named once in a text: with the end where there is one. */
    private String since(Facts facts) {
        return facts.until().isPresent() ? time(facts.since(), facts) : withZone(facts.since(), facts);
    }

    private String until(Facts facts) {
        return facts.until().map(end -> withZone(end, facts)).orElse("");
    }

    private String duration(Facts facts) {
        return facts.until()
                .map(end -> words(Duration.between(facts.since(), end)))
                .orElse("");
    }

    /** In one unit, or in two from an hour on; never less than a second. */
    public String words(Duration duration) {
        var seconds = Math.max(1, duration.toSeconds());
        if (seconds < SECONDS_PER_MINUTE) {
            return count(seconds, "second");
        }
        var minutes = (seconds + SECONDS_PER_MINUTE / 2) / SECONDS_PER_MINUTE;
        if (minutes < MINUTES_PER_HOUR) {
            return count(minutes, "minute");
        }
        var hours = minutes / MINUTES_PER_HOUR;
        return hours < HOURS_PER_DAY
                ? twoUnits(count(hours, "hour"), minutes % MINUTES_PER_HOUR, "minute")
                : twoUnits(count(hours / HOURS_PER_DAY, "day"), hours % HOURS_PER_DAY, "hour");
    }

    private String twoUnits(String larger, long rest, String unit) {
        var parts = new ArrayList<String>();
        parts.add(larger);
        if (rest > 0) {
            parts.add(count(rest, unit));
        }
        return list(parts);
    }

    private String count(long number, String unit) {
        var forms = language.units().getOrDefault(unit, List.of(unit));
        return number + " " + (number == 1 ? forms.getFirst() : forms.getLast());
    }

    public String list(List<String> parts) {
        return parts.isEmpty()
                ? ""
                : ListFormat.getInstance(language.locale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                        .format(parts);
    }

    /** A time with its zone, as it is read at another time there. */
    public String moment(Instant instant, Facts read) {
        return withZone(instant, read);
    }

    /** When it is said; with the day, if that is not the one on which it began. */
    String now(Facts facts) {
        return withZone(facts.at(), facts.readOn(facts.since()));
    }

    private String withZone(Instant instant, Facts facts) {
        var zone = DateTimeFormatter.ofPattern("zzz", language.locale()).format(instant.atZone(facts.zone()));
        return time(instant, facts) + " " + zone;
    }

    /** The hour, and the day too if it is not the day on which the text is read, or if it is the end of more than a day. */
    private String time(Instant instant, Facts facts) {
        var local = instant.atZone(facts.zone());
        var today = facts.at().atZone(facts.zone());
        var oneDay = Duration.between(facts.since(), instant).toDays() == 0;
        var form = sameDay(local, today) && oneDay
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT);
        return form.withLocale(language.locale()).format(local).replace(NARROW_NO_BREAK_SPACE, ' ');
    }

    private static boolean sameDay(ZonedDateTime one, ZonedDateTime other) {
        return one.truncatedTo(ChronoUnit.DAYS).equals(other.truncatedTo(ChronoUnit.DAYS));
    }
}
