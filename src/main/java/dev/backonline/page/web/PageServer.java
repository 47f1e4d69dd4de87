package dev.backonline.page.web;

import dev.backonline.page.Document;
import dev.backonline.page.Site;
import dev.backonline.page.html.HtmlPages;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;

/** Serves the site on the public port, on the event loop: a request reads one reference and writes ready bytes. */
@ApplicationScoped
public class PageServer {
    private final Showcase showcase;

    @Inject
    public PageServer(Showcase showcase) {
        this.showcase = showcase;
    }

    /** Known paths are answered before any other route is tried, unknown ones after all others. */
    public void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE / 2).handler(this::known);
        router.route().order(Integer.MAX_VALUE / 2).handler(this::unknown);
    }

    private void known(RoutingContext context) {
        var site = showcase.site();
        var serving = site.flatMap(one -> serving(context, one));
        if (serving.isEmpty()) {
            context.next();
            return;
        }
        protect(context.response(), site.get());
        var method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            serving.get().write(context.request(), 200);
        } else if (method.equals(HttpMethod.OPTIONS)) {
            allow(context.response());
        } else {
            context.response()
                    .setStatusCode(405)
                    .putHeader(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS")
                    .end();
        }
    }

    private void unknown(RoutingContext context) {
        var site = showcase.site().orElse(Site.EMPTY);
        protect(context.response(), site);
        Optional.of(site)
                .filter(one -> !one.languages().isEmpty())
                .flatMap(one -> one.find(HtmlPages.absent(Conditions.language(context.request(), one.languages()))))
                .ifPresentOrElse(
                        page -> new Serving(page, true).write(context.request(), 404),
                        () -> notYet(context.response()));
    }

    /** A path as it is, else the same in the reader's language. */
    private static Optional<Serving> serving(RoutingContext context, Site site) {
        var path = Objects.requireNonNullElse(context.request().path(), "*");
        var exact = site.find(path).map(document -> new Serving(document, false));
        return exact.isPresent() ? exact : translated(context, site, path).map(document -> new Serving(document, true));
    }

    private static Optional<Document> translated(RoutingContext context, Site site, String path) {
        return site.find("/" + Conditions.language(context.request(), site.languages()) + path);
    }

    private static void protect(HttpServerResponse response, Site site) {
        response.putHeader("Content-Security-Policy", site.policy())
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
    }

    private static void allow(HttpServerResponse response) {
        response.setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since")
                .end();
    }

    private static void notYet(HttpServerResponse response) {
        response.setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, "5")
                .end("This status page is starting; please try again in a few seconds.\n");
    }
}
