package dev.backonline.page.web;

import dev.backonline.page.Document;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A document in one coding, packed once: a request only hands its headers and its content on. What many ask for is moved out of the
 * heap, since a socket copies what lies in it for each of them.
 */
final class Parcel {
    /** Ours: enough to tell a crowd from a few; what few ask for is not worth its place twice. */
    private static final int CROWD = 1_000;

    /** A reader sees a change within seconds, and caches bridge our absence: RFC 5861. */
    private static final Header FRESH =
            Header.of(HttpHeaders.CACHE_CONTROL, "public, max-age=10, stale-while-revalidate=30, stale-if-error=86400");

    private static final Header FOR_EVER = Header.of(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final Header BY_CODING = Header.of(HttpHeaders.VARY, "Accept-Encoding");
    private static final Header BY_LANGUAGE = Header.of(HttpHeaders.VARY, "Accept-Encoding, Accept-Language");
    private static final Header ZIPPED = Header.of(HttpHeaders.CONTENT_ENCODING, "gzip");
    /** There are few, and very many documents. */
    private static final Map<String, Header> TYPES = new ConcurrentHashMap<>();

    /** IMF-fixdate of RFC 9110, section 5.6.7. */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final String tag;
    private final List<Header> unchanged;
    private final List<Header> whole;
    /** Replaced by the same bytes elsewhere: whichever of them a thread sees is right, as long as it sees all of it. */
    private volatile Buffer content;
    /** Counted without care: a few more or less make no difference. */
    private int asked;

    private Parcel(String tag, List<Header> unchanged, List<Header> whole, Buffer content) {
        this.tag = tag;
        this.unchanged = List.copyOf(unchanged);
        this.whole = List.copyOf(whole);
        this.content = content;
    }

    String tag() {
        return tag;
    }

    static Parcel plain(Document document, List<Header> guards, boolean negotiated) {
        return packed(document, guards, negotiated, new Coded("", document.plain()));
    }

    static Parcel zipped(Document document, List<Header> guards, boolean negotiated) {
        return packed(document, guards, negotiated, new Coded("gzip", document.gzip()));
    }

    private static Parcel packed(Document document, List<Header> guards, boolean negotiated, Coded coded) {
        var tag = coded.isPlain() ? quoted(document.tag()) : quoted(document.tag() + "-" + coded.coding());
        var unchanged = new ArrayList<Header>();
        unchanged.add(Header.of(HttpHeaders.ETAG, tag));
        unchanged.add(document.lasting() ? FOR_EVER : FRESH);
        unchanged.add(negotiated ? BY_LANGUAGE : BY_CODING);
        if (!document.isHtml()) {
            unchanged.addAll(Protection.OF_PROGRAMS);
        }
        var whole = new ArrayList<>(unchanged);
        whole.removeAll(Protection.OF_PROGRAMS);
        if (!coded.isPlain()) {
            whole.add(ZIPPED);
        }
        whole.add(TYPES.computeIfAbsent(document.type(), type -> Header.of(HttpHeaders.CONTENT_TYPE, type)));
        whole.add(Header.of(HttpHeaders.CONTENT_LENGTH, Integer.toString(coded.bytes().length)));
        whole.add(Header.of(HttpHeaders.LAST_MODIFIED, date(document.modified())));
        whole.addAll(guards);
        return new Parcel(tag, unchanged, whole, Buffer.buffer(coded.bytes()));
    }

    /** That the reader has it already: what a cache is to remember anew, and no content. */
    void confirm(HttpServerRequest request) {
        var response = request.response().setStatusCode(304);
        Header.put(unchanged, response);
        response.end();
    }

    /** All of it; to HEAD, all but the content. */
    void hand(HttpServerRequest request, int status) {
        var response = request.response().setStatusCode(status);
        Header.put(whole, response);
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content());
        }
    }

    private Buffer content() {
        if (++asked == CROWD) {
            content = outside(content.getBytes());
        }
        return content;
    }

    /** Freed with the buffer that is collected: it is never released by hand. */
    @SuppressWarnings("deprecation") // the only way in Vert.x 4 to say where the bytes lie
    private static Buffer outside(byte[] bytes) {
        var direct = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        return Buffer.buffer(Unpooled.wrappedBuffer(direct));
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static String date(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The content in a coding; empty: none. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Coded(String coding, byte[] bytes) {
        boolean isPlain() {
            return coding.isEmpty();
        }
    }
}
