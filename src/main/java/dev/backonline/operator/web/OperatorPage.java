package dev.backonline.operator.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/**
 * The operators' page under {@code /operator}: the same few files for everybody. Whoever opens it is nobody yet; the token is asked for
 * by its script, and goes with the script's own requests only.
 */
public final class OperatorPage {
    private static final String PATH = "/operator";

    /** The page, its style, and the parts of its script. */
    static final List<String> FILES =
            List.of("page.html", "page.css", "page.js", "door.js", "parts.js", "forms.js", "incidents.js", "others.js");

    /** Nothing but our own style and script, no frame around it, and no form that a browser sends by itself. */
    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'none';"
                    + " frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private OperatorPage() {}

    public static void mount(Router router) {
        for (var name : FILES) {
            var file = StaticFile.read(name);
            var path = name.equals("page.html") ? PATH : PATH + "/" + name;
            router.route(path).handler(context -> answer(context, file));
        }
    }

    private static void answer(RoutingContext context, StaticFile file) {
        context.response().headers().setAll(PROTECTION);
        var method = context.request().method();
        if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
            file.hand(context.request());
        } else {
            context.response()
                    .setStatusCode(405)
                    .putHeader("Allow", "GET, HEAD")
                    .end();
        }
    }
}
