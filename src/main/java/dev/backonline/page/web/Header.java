package dev.backonline.page.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** A header of an answer, kept in the form in which it is written fastest. */
record Header(CharSequence name, CharSequence value) {
    static Header of(CharSequence name, String value) {
        return new Header(HttpHeaders.createOptimized(name.toString()), HttpHeaders.createOptimized(value));
    }

    static void put(List<Header> headers, HttpServerResponse response) {
        var all = response.headers();
        for (var header : headers) {
            all.set(header.name, header.value);
        }
    }
}
