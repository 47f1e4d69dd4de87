package dev.backonline.operator.web;

import dev.backonline.page.Document;
import dev.backonline.page.web.Conditions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** A file under {@code operator/} on the class path, which changes with the program only, and has no time of its own. */
record StaticFile(String type, Buffer content, String tag) {

    static StaticFile read(String name) {
        try (var in = StaticFile.class.getResourceAsStream("/operator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no file operator/" + name);
            }
            var bytes = in.readAllBytes();
            return new StaticFile(type(name), Buffer.buffer(bytes), '"' + Document.tagOf(bytes) + '"');
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String type(String name) {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return "text/%s; charset=utf-8".formatted(extension.equals("js") ? "javascript" : extension);
    }

    /** To HEAD all but the content. It is asked for anew each time, so that page and script are of one version. */
    void hand(HttpServerRequest request) {
        var response = request.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, tag);
        if (Conditions.unchanged(request, tag, Instant.MAX)) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, type)
                .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(content.length()));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(content);
        }
    }
}
