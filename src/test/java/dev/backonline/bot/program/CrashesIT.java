package dev.backonline.bot.program;

import static dev.backonline.bot.program.Ambush.Moment.CREATED;
import static dev.backonline.bot.program.Ambush.Moment.HOOKED;
import static dev.backonline.bot.program.Ambush.Moment.LOOKED;
import static dev.backonline.bot.program.Ambush.Moment.SEEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.program.Ambush.Moment;
import dev.backonline.channel.mastodon.FakeMastodon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, killed with kill -9 at its worst moments: nothing is lost, and nothing is told twice. */
class CrashesIT {
    /** Longer than what was being sent is left alone after a crash, and a start on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(100);

    @TempDir
    private Path folders;

    @Test
    void ten_kills_lose_nothing_and_double_nothing() throws Exception {
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var histories = both.invokeAll(List.of(
                    history("one", List.of(HOOKED, SEEN, LOOKED), List.of(CREATED, LOOKED)),
                    history("two", List.of(CREATED, LOOKED), List.of(HOOKED, SEEN, LOOKED))));
            for (var history : histories) {
                history.get();
            }
        }
    }

    /** One incident in a folder of its own; the bot dies at each of these moments before the problem is told, and the end. */
    private Callable<Void> history(String name, List<Moment> atProblem, List<Moment> atEnd) {
        return () -> {
            var folder = Files.createDirectory(folders.resolve(name));
            try (var services = new Breakable();
                    var ambush = new Ambush()) {
                write(folder, services, ambush);
                services.breakDown("/chat");
                suffer(folder, ambush, atProblem);
                tell(folder, ambush, 1);
                services.mend("/chat");
                suffer(folder, ambush, atEnd);
                tell(folder, ambush, 2);
                audit(ambush);
            }
            return null;
        };
    }

    private static void write(Path folder, Breakable services, Ambush ambush) throws IOException {
        var file = """
            page: { name: Example, url: "http://status.example.org", languages: [en] }
            services:
              chat:
                name: Chat
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
            channels:
              square: { type: mastodon, server: "%s", token: "${env:SQUARE_TOKEN}", languages: [en], settle: 1s }
              partners: { type: webhook, url: "%s" }
            """.formatted(services.at("/chat"), ambush.square(), ambush.hook());
        Files.writeString(folder.resolve("backonline.yaml"), file);
    }

    private static Program start(Path folder) {
        var environment = new HashMap<>(Program.QUICK);
        environment.put("SQUARE_TOKEN", FakeMastodon.TOKEN);
        return Program.start(folder, environment);
    }

    private static void suffer(Path folder, Ambush ambush, List<Moment> moments) {
        for (var moment : moments) {
            ambush.arm(moment);
            try (var bot = start(folder)) {
                ambush.aim(bot);
                await(moment + " in " + folder).atMost(PATIENCE).until(ambush::isSprung);
            }
        }
    }

    private static void tell(Path folder, Ambush ambush, int posts) {
        try (var bot = start(folder).ready()) {
            await("post " + posts + " in " + folder)
                    .atMost(PATIENCE)
                    .until(() ->
                            ambush.statuses().size() >= posts && ambush.hooked().size() >= posts);
            await("the end of all deliveries in " + folder).atMost(PATIENCE).until(() -> isAllTold(bot));
        }
    }

    private static boolean isAllTold(Program bot) throws IOException, InterruptedException {
        return bot.read(bot.management("/q/metrics"))
                .lines()
                .filter(line -> line.startsWith("backonline_deliveries_open{"))
                .allMatch(line -> line.endsWith(" 0.0"));
    }

    private static void audit(Ambush ambush) {
        var statuses = ambush.statuses();
        assertThat(statuses).hasSize(2);
        assertThat(statuses.getFirst().text()).startsWith("You may notice problems with Chat");
        assertThat(statuses.getLast().text()).startsWith("We're back online");
        assertThat(statuses.getLast().inReplyTo())
                .isEqualTo(Optional.of(statuses.getFirst().id()));
        assertThat(ambush.hooked()).hasSize(2);
    }
}
