package dev.backonline.page.web;

import dev.backonline.page.PageModel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;

/** The page served on loopback, as the program serves it, with what a test shows. */
final class LoopbackPage implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Showcase showcase;
    private final HttpServer server;

    LoopbackPage(Path data) {
        showcase = new Showcase(data);
        var router = Router.router(vertx);
        new PageServer(showcase, new Events(showcase, vertx, 100)).mount(router);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void show(PageModel model) {
        showcase.show(model);
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.actualPort() + path);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
