package dev.backonline.bench;

import dev.backonline.page.web.Events;
import dev.backonline.page.web.PageServer;
import dev.backonline.page.web.Showcase;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** The big page, served by a process of its own. Says its port, changes what it shows at each line that it reads, and ends with its input. */
final class PageProcess {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int LISTENERS = 10_000;

    private PageProcess() {}

    public static void main(String[] arguments) throws IOException {
        var vertx = Vertx.vertx();
        var showcase = new Showcase(Path.of(arguments[0]));
        var router = Router.router(vertx);
        new PageServer(showcase, new Events(showcase, vertx, LISTENERS)).mount(router);
        showcase.show(Crowd.after(1));
        System.out.println(served(vertx, router));
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var changes = 2; input.readLine() != null; changes++) {
            var model = Crowd.after(changes);
            var began = THREADS.getCurrentThreadCpuTime();
            showcase.show(model);
            System.out.println((THREADS.getCurrentThreadCpuTime() - began) / 1_000);
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** On as many event loops as there are processors, with the limits of the program itself where they cost something. */
    private static int served(Vertx vertx, Router router) {
        var ports = new CompletableFuture<Integer>();
        var loops = Runtime.getRuntime().availableProcessors();
        vertx.deployVerticle(
                        () -> new AbstractVerticle() {
                            @Override
                            public void start(Promise<Void> started) {
                                var options = new HttpServerOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(-1)
                                        .setIdleTimeout(60);
                                this.vertx
                                        .createHttpServer(options)
                                        .requestHandler(router)
                                        .listen()
                                        .onSuccess(server -> ports.complete(server.actualPort()))
                                        .<Void>mapEmpty()
                                        .onComplete(started);
                            }
                        },
                        new DeploymentOptions().setInstances(loops))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return ports.join();
    }
}
