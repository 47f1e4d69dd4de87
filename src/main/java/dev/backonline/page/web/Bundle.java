package dev.backonline.page.web;

import dev.backonline.page.Document;
import io.vertx.core.http.HttpServerRequest;

/** A document, ready to be sent in each coding. */
record Bundle(Document document, Parcel plain, Parcel zipped) {
    /** {@code negotiated}: its path is that of other languages' too. */
    static Bundle of(Document document, String policy, boolean negotiated) {
        var guards = Protection.of(document, policy);
        return new Bundle(
                document, Parcel.plain(document, guards, negotiated), Parcel.zipped(document, guards, negotiated));
    }

    /** From the event loop, without blocking. */
    void answer(HttpServerRequest request, int status) {
        var parcel = Conditions.acceptsGzip(request) ? zipped : plain;
        if (status == 200 && Conditions.unchanged(request, parcel.tag(), document.modified())) {
            parcel.confirm(request);
        } else {
            parcel.hand(request, status);
        }
    }
}
