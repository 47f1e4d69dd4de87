package dev.backonline.page.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/** What a request's headers ask for: RFC 9110, sections 12.5 and 13.1. A header that can't be understood asks for nothing. */
public final class Conditions {
    private Conditions() {}

    static boolean acceptsGzip(HttpServerRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && (startsWithGzip(accepted) || namesGzip(accepted));
    }

    /** As browsers say it. */
    private static boolean startsWithGzip(String accepted) {
        return accepted.startsWith("gzip,") || accepted.equals("gzip");
    }

    private static boolean namesGzip(String accepted) {
        return Arrays.stream(accepted.split(",", -1))
                .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                .anyMatch(coding ->
                        coding.equals("gzip") || (coding.startsWith("gzip;q=") && !coding.matches("gzip;q=0(\\.0*)?")));
    }

    /** If-Modified-Since counts only where If-None-Match is absent. */
    public static boolean unchanged(HttpServerRequest request, String tag, Instant modified) {
        var known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null) {
            return known.equals(tag) || known.equals("*") || (known.contains(tag) && names(known, tag));
        }
        var since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && !modified.isAfter(time(since));
    }

    private static boolean names(String known, String tag) {
        return Arrays.stream(known.split(",", -1))
                .map(String::strip)
                .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                .anyMatch(tag::equals);
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
