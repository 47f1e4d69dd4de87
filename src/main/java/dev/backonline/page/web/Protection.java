package dev.backonline.page.web;

import dev.backonline.page.Document;
import io.vertx.core.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** The headers that keep a browser from doing with a document what it is not for, and let programs of any origin read the rest. */
final class Protection {
    /** Of every answer: what is said to be JSON is never run as a script, and no other site learns where a reader came from. */
    static final List<Header> OF_ALL =
            List.of(Header.of("X-Content-Type-Options", "nosniff"), Header.of("Referrer-Policy", "no-referrer"));
    /** Of what programs read: public, without credentials, from any origin (the Fetch standard, section 3.3). */
    static final List<Header> OF_PROGRAMS = List.of(
            Header.of(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            Header.of(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag"),
            Header.of("Cross-Origin-Resource-Policy", "cross-origin"));
    /** Of pages: no window that opened one may reach into it, and none may use a reader's devices. */
    private static final List<Header> OF_PAGES = List.of(
            Header.of("Cross-Origin-Opener-Policy", "same-origin"),
            Header.of("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"));

    private Protection() {}

    /** Those of a document under the site's content security policy. */
    static List<Header> of(Document document, String policy) {
        var headers = new ArrayList<>(OF_ALL);
        headers.add(Header.of("Content-Security-Policy", policy));
        headers.addAll(document.isHtml() ? OF_PAGES : OF_PROGRAMS);
        return headers;
    }
}
