package dev.backonline.page.web;

import dev.backonline.page.Document;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes one document as the answer to one request: from the event loop, without blocking. */
record Serving(Document document, boolean negotiated) {
    /** A reader sees a change within seconds, and caches bridge our absence: RFC 5861. */
    private static final String FRESH = "public, max-age=10, stale-while-revalidate=30, stale-if-error=86400";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    /** IMF-fixdate of RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    void write(HttpServerRequest request, int status) {
        var gzip = Conditions.acceptsGzip(request);
        var tag = gzip ? "\"" + document.tag() + "-gzip\"" : "\"" + document.tag() + "\"";
        var response = describe(request.response(), tag);
        if (status == 200 && Conditions.unchanged(request, tag, document.modified())) {
            response.setStatusCode(304).end();
            return;
        }
        response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, document.type());
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        end(request, gzip ? document.gzip() : document.plain());
    }

    private HttpServerResponse describe(HttpServerResponse response, String tag) {
        if (!document.isHtml()) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        return response.putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.LAST_MODIFIED, date(document.modified()))
                .putHeader(HttpHeaders.CACHE_CONTROL, document.lasting() ? FOR_EVER : FRESH)
                .putHeader(HttpHeaders.VARY, negotiated ? "Accept-Encoding, Accept-Language" : "Accept-Encoding");
    }

    private static void end(HttpServerRequest request, byte[] bytes) {
        var response = request.response().putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(Buffer.buffer(bytes));
        }
    }

    private static String date(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }
}
