package dev.backonline.page.web;

import dev.backonline.page.ServiceAddress;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** Serves the site on the public port, on the event loop: a request reads one reference and writes ready bytes. */
@ApplicationScoped
public class PageServer {
    private static final String STARTING = "This status page is starting; please try again in a few seconds.\n";
    private static final String BUSY = "Too many ask at the moment; please try again in a few seconds.\n";

    /** What a program of another origin may ask with, and for how long (in seconds) its browser need not ask again. */
    private static final List<Header> ALLOWED = List.of(
            Header.of(HttpHeaders.ALLOW, "GET, HEAD, OPTIONS"),
            Header.of(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
            Header.of(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD"),
            Header.of(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since, Last-Event-ID"),
            Header.of(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "86400"));

    private final Showcase showcase;
    private final Events events;

    @Inject
    public PageServer(Showcase showcase, Events events) {
        this.showcase = showcase;
        this.events = events;
    }

    /** Known paths are answered before any other route is tried, unknown ones after all others. */
    public void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE / 2).handler(this::known);
        router.route("/events").order(Integer.MIN_VALUE / 2 + 1).handler(events::join);
        router.route().order(Integer.MAX_VALUE / 2).handler(this::unknown);
    }

    private void known(RoutingContext context) {
        var shelf = showcase.shelf();
        var request = context.request();
        shelf.find(request)
                .ifPresentOrElse(
                        ready -> onlyRead(context, () -> ready.answer(request, 200)),
                        () -> shelf.address(request)
                                .ifPresentOrElse(
                                        address -> onlyRead(context, () -> write(shelf.annex(), address, context)),
                                        context::next));
    }

    private static void onlyRead(RoutingContext context, Runnable answer) {
        if (isRead(context)) {
            answer.run();
        } else {
            refuse(context);
        }
    }

    private static void write(Annex annex, ServiceAddress address, RoutingContext context) {
        annex.ask(address).ifPresentOrElse(bundle -> await(bundle, context), () -> later(context.response(), BUSY));
    }

    /** What is not there yet is written on another thread, and comes back to the request's own. */
    private static void await(CompletableFuture<Bundle> bundle, RoutingContext context) {
        if (bundle.state() == Future.State.SUCCESS) {
            bundle.resultNow().answer(context.request(), 200);
            return;
        }
        var own = context.vertx().getOrCreateContext();
        var _ = bundle.whenComplete((done, failure) -> own.runOnContext(_ -> {
            if (failure != null) {
                context.fail(failure);
            } else if (!context.response().closed()) {
                done.answer(context.request(), 200);
            }
        }));
    }

    /** On the page that was found on disk some services may be missing, which are there soon. */
    private void unknown(RoutingContext context) {
        var expected = showcase.isOld() && context.normalizedPath().contains("/services/");
        var absent = showcase.shelf().absent(context.request()).filter(_ -> !expected);
        onlyRead(
                context,
                () -> absent.ifPresentOrElse(
                        page -> page.answer(context.request(), 404), () -> later(context.response(), STARTING)));
    }

    static boolean isRead(RoutingContext context) {
        var method = context.request().method();
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /** What is served here is only read; a browser asks beforehand whether it may. */
    static void refuse(RoutingContext context) {
        var response = context.response();
        Header.put(Protection.OF_ALL, response);
        Header.put(ALLOWED, response);
        response.setStatusCode(context.request().method().equals(HttpMethod.OPTIONS) ? 204 : 405)
                .end();
    }

    private static void later(HttpServerResponse response, String why) {
        Header.put(Protection.OF_ALL, response);
        response.setStatusCode(503)
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaders.RETRY_AFTER, "5")
                .end(why);
    }
}
