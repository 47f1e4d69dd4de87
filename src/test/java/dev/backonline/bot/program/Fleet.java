package dev.backonline.bot.program;

import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several packaged programs on one PostgreSQL, which ask two services, {@code /chat} and {@code /calls}, and tell one hook. */
final class Fleet implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Breakable services = new Breakable();
    private final ScriptedServer hook = new ScriptedServer(_ -> Reply.of(204, ""));
    private final EmbeddedPostgres server;

    Fleet(Path folder) throws IOException {
        this.folder = folder;
        this.server = EmbeddedPostgres.start();
    }

    Breakable services() {
        return services;
    }

    /** One more program of this version. */
    Program start() {
        return Program.start(own(), settings());
    }

    /** One more of the version before. */
    Program startPrevious() {
        return Program.startPrevious(own(), settings());
    }

    private Path own() {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat: { name: Chat, checks: [ { type: http, url: "%s", every: 1s, timeout: 1s } ], fails: 2 of 3, recovers: 2 of 2 }
              calls: { name: Calls, checks: [ { type: http, url: "%s", every: 1s, timeout: 1s } ], fails: 2 of 3, recovers: 2 of 2 }
            publish: { problem-after: 0s, recovered-after: 200ms, reopen-within: 0s }
            channels: { hook: { type: webhook, url: "%s/hook" } }
            """.formatted(services.at("/chat"), services.at("/calls"), hook.address());
        try {
            var own = Files.createTempDirectory(folder, "program");
            Files.writeString(own.resolve("backonline.yaml"), file);
            return own;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<>(Program.QUICK);
        settings.put("BACKONLINE_LOCATION", "milan");
        settings.put("QUARKUS_DATASOURCE_POSTGRESQL_JDBC_URL", server.getJdbcUrl("postgres", "postgres"));
        settings.put("QUARKUS_DATASOURCE_POSTGRESQL_USERNAME", "postgres");
        return settings;
    }

    private static String figures(Program program) {
        try {
            return program.read(program.management("/q/metrics"));
        } catch (IOException refused) {
            return refused.toString();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    static boolean isJudge(Program program) {
        return figures(program).contains("backonline_judging 1.0");
    }

    /** Waits until one of them decides, and says which. */
    static Program judge(Program... programs) {
        return await().atMost(PATIENCE)
                .until(() -> List.of(programs).stream().filter(Fleet::isJudge).toList(), judges -> judges.size() == 1)
                .getFirst();
    }

    static void awaitShares(Program program, int count) {
        await().atMost(PATIENCE)
                .until(() -> figures(program).contains("backonline_shares{location=\"milan\"} %d.0".formatted(count)));
    }

    void awaitTold(int count) {
        await().atMost(PATIENCE).until(() -> told().size() >= count);
    }

    /** The kinds of what was told. A receiver knows by its id what is sent again since nobody knows whether it arrived. */
    List<String> told() {
        var bodies = new LinkedHashMap<String, String>();
        hook.received()
                .forEach(request ->
                        bodies.putIfAbsent(request.header("webhook-id").orElseThrow(), request.body()));
        return bodies.values().stream()
                .map(body -> body.replaceAll("(?s).*\"type\"\\s*:\\s*\"dev\\.backonline\\.([a-z.]+)\".*", "$1"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
        services.close();
        hook.close();
    }
}
