package dev.backonline.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;

/** The service that is asked: a process of its own, so that its work is not counted as ours. Says its port, and ends with its input. */
final class TargetServer {
    private static final String ANSWER = "{\"status\":\"ok\",\"version\":\"12.4.1\",\"queue\":{\"size\":7}}";

    private TargetServer() {}

    public static void main(String[] arguments) throws IOException {
        var vertx = Vertx.vertx();
        var options = new HttpServerOptions().setHost("127.0.0.1").setPort(0).setIdleTimeout(120);
        var server = vertx.createHttpServer(options)
                .requestHandler(request -> request.response()
                        .putHeader("content-type", "application/json")
                        .end(ANSWER))
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.out.println(server.actualPort());
        while (System.in.read() >= 0) {}
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
