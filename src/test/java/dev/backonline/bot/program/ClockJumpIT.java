package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backonline.channel.mastodon.FakeMastodon;
import dev.backonline.channel.webhook.HookServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program on a wall clock that jumps, by libfaketime: each thing is told once, and in minutes rather than an hour. */
class ClockJumpIT {
    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** Long enough for several checks, decisions and looks at what is due. */
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private volatile long ahead;
    private final Breakable services = new Breakable();
    private final FakeMastodon square = new FakeMastodon(() -> Instant.now().plusSeconds(ahead));
    private final HookServer hook = new HookServer();

    @BeforeEach
    void write() throws IOException {
        assumeTrue(Files.isReadable(LIBRARY), "libfaketime is not installed at " + LIBRARY);
        var file = """
            page: { name: Example, url: "http://status.example.org", languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [48h] }
            channels:
              square: { type: mastodon, server: "%s", token: "${env:SQUARE_TOKEN}", languages: [en], settle: 10s }
              partners: { type: webhook, url: "%s" }
            """.formatted(services.at("/chat"), square.address(), hook.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
    }

    @AfterEach
    void close() {
        services.close();
        square.close();
        hook.close();
    }

    /** The offset of the bot's wall clock; its monotonic clock goes on as it is. */
    private void jump(long seconds) throws IOException {
        ahead = seconds;
        var next = Files.writeString(folder.resolve("clock.next"), "%+d%n".formatted(seconds));
        Files.move(next, folder.resolve("clock"), StandardCopyOption.ATOMIC_MOVE);
    }

    private Program start() throws IOException {
        jump(0);
        var environment = new HashMap<>(Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                folder.resolve("clock").toString(),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                "FAKETIME_CACHE_DURATION",
                "1"));
        environment.putAll(Program.QUICK);
        environment.put("SQUARE_TOKEN", FakeMastodon.TOKEN);
        return Program.start(folder, environment).ready();
    }

    private void awaitPosts(int count) {
        await().atMost(PATIENCE)
                .until(() -> square.statuses().size() >= count && hook.bodies().size() >= count);
    }

    private void nothingIsToldForAWhile(int count) {
        await().during(A_WHILE).atMost(A_WHILE.plus(PATIENCE)).untilAsserted(() -> {
            assertThat(square.statuses()).hasSize(count);
            assertThat(hook.bodies()).hasSize(count);
        });
    }

    private void assertBeginningAndEnd() {
        var statuses = square.statuses();
        assertThat(statuses).hasSize(2);
        assertThat(statuses.getFirst().text()).startsWith("You may notice problems with Chat");
        assertThat(statuses.getLast().text()).startsWith("We're back online");
        assertThat(statuses.getLast().inReplyTo())
                .isEqualTo(Optional.of(statuses.getFirst().id()));
    }

    @Test
    void an_incident_during_which_the_clock_jumps_is_told_once_and_ended_once() throws Exception {
        try (var bot = start()) {
            services.breakDown("/chat");
            awaitPosts(1);
            jump(3_600);
            nothingIsToldForAWhile(1);
            jump(0);
            nothingIsToldForAWhile(1);
            jump(-3_600);
            nothingIsToldForAWhile(1);
            services.mend("/chat");
            awaitPosts(2);
            nothingIsToldForAWhile(2);

            assertThat(bot.read(bot.management("/q/health/ready"))).contains("\"UP\"");
            assertThat(bot.output()).doesNotContain("A bug of ours", "their owner vanished");
        }
        assertBeginningAndEnd();
    }

    @Test
    void what_waits_when_the_clock_is_put_back_does_not_wait_an_hour() throws Exception {
        square.ignoreKeys();
        try (var bot = start()) {
            square.next(FakeMastodon.Mishap.RESET_AFTER_CREATING);
            services.breakDown("/chat");
            await().atMost(PATIENCE).until(() -> bot.output().contains("state=unknown"));
            jump(-3_600);
            await().atMost(PATIENCE).until(() -> bot.output().contains("found at the network"));
            services.mend("/chat");
            awaitPosts(2);
            nothingIsToldForAWhile(2);
        }
        assertBeginningAndEnd();
    }
}
