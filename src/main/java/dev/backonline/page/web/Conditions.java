package dev.backonline.page.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a request's headers ask for: RFC 9110, sections 12.5 and 13.1. A header that can't be understood asks for nothing. */
final class Conditions {
    /** Longer ones are not made by browsers, and would cost more to read than to ignore. */
    private static final int LONGEST_PREFERENCE = 200;

    private Conditions() {}

    static boolean acceptsGzip(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null
                && Arrays.stream(accepted.split(",", -1))
                        .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    /** If-Modified-Since counts only where If-None-Match is absent. */
    static boolean unchanged(HttpServerRequest request, String tag, Instant modified) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null) {
            return known.equals("*")
                    || Arrays.stream(known.split(",", -1))
                            .map(one -> one.strip().replaceFirst("^W/", ""))
                            .anyMatch(tag::equals);
        }
        var since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && !modified.isAfter(time(since));
    }

    /** The first of the languages that the reader prefers; the first of all if none is asked for. */
    static String language(HttpServerRequest request, List<String> languages) {
        var preferred = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (languages.size() == 1 || preferred == null || preferred.length() > LONGEST_PREFERENCE) {
            return languages.getFirst();
        }
        try {
            var best = Locale.lookupTag(Locale.LanguageRange.parse(preferred), languages);
            return languages.stream()
                    .filter(language -> language.equalsIgnoreCase(best))
                    .findFirst()
                    .orElseGet(languages::getFirst);
        } catch (IllegalArgumentException malformed) {
            return languages.getFirst();
        }
    }

    private static Instant time(String header) {
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException malformed) {
            return Instant.MIN;
        }
    }
}
