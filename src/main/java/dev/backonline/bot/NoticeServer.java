package dev.backonline.bot;

import dev.backonline.bot.operation.Tools;
import dev.backonline.operator.NoticeRoutes;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Opens the door for what is told to checks, on the public port. */
@ApplicationScoped
class NoticeServer {
    private final NoticeRoutes routes;

    NoticeServer(Bot bot, Tools tools) {
        routes = new NoticeRoutes(bot::mailroom, tools.figures(), tools.clock().nanos());
    }

    void mount(@Observes Router router) {
        routes.mount(router);
    }
}
