package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two packaged programs on one PostgreSQL: together they tell what one would. */
class ReplicasIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();
    private final ScriptedServer hook = new ScriptedServer(_ -> Reply.of(204, ""));

    @AfterEach
    void close() {
        services.close();
        hook.close();
    }

    private Program started(EmbeddedPostgres server) throws IOException {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 1s, timeout: 1s } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms }
            channels: { hook: { type: webhook, url: "%s/hook" } }
            """.formatted(services.at("/chat"), hook.address());
        var own = Files.createTempDirectory(folder, "program");
        Files.writeString(own.resolve("backonline.yaml"), file);
        var environment = new HashMap<>(Program.QUICK);
        environment.put("BACKONLINE_LOCATION", "milan");
        environment.put("QUARKUS_DATASOURCE_POSTGRESQL_JDBC_URL", server.getJdbcUrl("postgres", "postgres"));
        environment.put("QUARKUS_DATASOURCE_POSTGRESQL_USERNAME", "postgres");
        return Program.start(own, environment);
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

    private static boolean isJudge(Program program) {
        return figures(program).contains("backonline_judging 1.0");
    }

    private static void awaitShares(Program program, int count) {
        await().atMost(PATIENCE)
                .until(() -> figures(program).contains("backonline_shares{location=\"milan\"} %d.0".formatted(count)));
    }

    private void awaitTold(int count) {
        await().atMost(PATIENCE).until(() -> told().size() >= count);
    }

    /** A receiver knows by its id what is sent again since nobody knows whether it arrived. */
    private List<String> told() {
        var bodies = new LinkedHashMap<String, String>();
        hook.received()
                .forEach(request ->
                        bodies.putIfAbsent(request.header("webhook-id").orElseThrow(), request.body()));
        return bodies.values().stream()
                .map(body -> body.replaceAll("(?s).*\"type\"\\s*:\\s*\"dev\\.backonline\\.([a-z.]+)\".*", "$1"))
                .toList();
    }

    @Test
    void when_the_one_that_decides_is_killed_amid_an_outage_the_other_tells_its_end_once() throws Exception {
        try (var server = EmbeddedPostgres.start();
                var one = started(server);
                var other = started(server)) {
            one.ready();
            other.ready();
            awaitShares(one, 16);
            awaitShares(other, 16);
            await().atMost(PATIENCE).until(() -> isJudge(one) != isJudge(other));
            var judge = isJudge(one) ? one : other;
            var rest = judge == one ? other : one;

            services.breakDown("/chat");
            awaitTold(1);
            await().atMost(PATIENCE)
                    .until(() -> rest.read(rest.page("/en/")).contains("You may notice problems with Chat"));
            judge.kill();
            awaitShares(rest, 32);
            await().atMost(PATIENCE).until(() -> isJudge(rest));
            services.mend("/chat");
            awaitTold(2);

            await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> told().size() == 2);
            assertThat(told()).containsExactly("incident.problem", "incident.resolved");
        }
    }
}
