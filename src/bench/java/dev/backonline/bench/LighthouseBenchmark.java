package dev.backonline.bench;

import dev.backonline.page.Exhibit;
import dev.backonline.page.PageModel;
import dev.backonline.page.web.Events;
import dev.backonline.page.web.PageServer;
import dev.backonline.page.web.Showcase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The first page as Lighthouse judges it for a slow phone, whose reader lives in another zone than the page: a quiet one of five
 * services, and one of 50 services, three of them in trouble, with 200 incidents. Needs Lighthouse and Chromium. Exits 1 if the
 * median of a score is too low.
 */
final class LighthouseBenchmark {
    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final double SCORE_AT_LEAST = 95;
    private static final String ELSEWHERE = "America/New_York";
    private static final int LISTENERS = 100;

    private LighthouseBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var quiet = judged("quiet", Exhibit.CALM.model());
        var full = judged("full", Exhibit.with(Exhibit.city(50, 3), Exhibit.incidents(200)));
        System.exit(quiet && full ? 0 : 1);
    }

    private static boolean judged(String name, PageModel model) throws IOException {
        var vertx = Vertx.vertx();
        try {
            var page = served(vertx, model);
            List<Lighthouse> looks = new ArrayList<>();
            for (var attempt = 0; looks.size() < ROUNDS && attempt < 2 * ROUNDS; attempt++) {
                try {
                    looks.add(Lighthouse.look(page, ELSEWHERE));
                    tell(name, looks.getLast());
                } catch (IOException failed) {
                    System.out.printf("%-14s again: %s%n", name, failed.getMessage());
                }
            }
            var median = Lighthouse.median(looks);
            tell(name + ", median", median);
            return median.scores().values().stream().allMatch(score -> score >= SCORE_AT_LEAST);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static URI served(Vertx vertx, PageModel model) throws IOException {
        var showcase = new Showcase(Files.createTempDirectory("lighthouse"));
        showcase.show(model);
        var router = Router.router(vertx);
        new PageServer(showcase, new Events(showcase, vertx, LISTENERS)).mount(router);
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://127.0.0.1:%d/en/".formatted(server.actualPort()));
    }

    private static void tell(String name, Lighthouse look) {
        System.out.printf("%-14s %s; %s%n", name, written(look.scores()), written(look.audits()));
    }

    private static String written(Map<String, Double> figures) {
        var form = new StringBuilder();
        figures.forEach((name, figure) -> form.append(form.isEmpty() ? "" : ", ")
                .append(name.replace('-', ' '))
                .append(String.format(Locale.ROOT, figure < 1 ? " %.3f" : " %.0f", figure)));
        return form.toString();
    }
}
