package dev.backonline.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.operation.Tools;
import dev.backonline.channel.Clock;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.outbox.Outbox;
import dev.backonline.page.web.Showcase;
import dev.backonline.store.Dialect;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot goes by another configuration, and by the one before where a bug of ours is in the way. */
class BotTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String BEFORE = """
            page: { name: Example, url: https://status.example.org, languages: [en] }
            services:
              chat: { name: Chat, checks: [ { type: http, url: "http://chat.example.org", every: 200ms, timeout: 100ms } ] }
            """;
    private static final String AFTER = BEFORE + """
              photos: { name: Photos, checks: [ { type: http, url: "http://photos.example.org", every: 200ms, timeout: 100ms } ] }
            """;

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();
    private Orders orders;
    private Showcase page;
    private Bot bot;
    private final AtomicInteger bugs = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        var file = Files.writeString(folder.resolve("backonline.yaml"), BEFORE);
        var settings = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(
                        Map.of("backonline.config", file.toString(), "backonline.data", folder.toString()), "test", 1))
                .build();
        orders = new Orders(vertx, settings, 0);
        page = new Showcase(folder);
        var store = new MemoryStore().store();
        var clock = new Clock(InstantSource.system(), System::nanoTime);
        Wire wire = _ -> new Wire.Answered(200, Map.of(), "", false);
        var tools = new Tools(stumbling(store), wire, clock, new SimpleMeterRegistry(), "one");
        bot = new Bot(tools, Dialect.EMBEDDED, page, orders);
        bot.start(new StartupEvent());
        awaitOnThePage("Chat");
    }

    @AfterEach
    void stop() {
        bot.stop(new ShutdownEvent());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** An operation that begins looks for what was being sent: there it meets a bug, as often as there are some. */
    private Store stumbling(Store store) {
        var outbox = (Outbox) Proxy.newProxyInstance(
                Outbox.class.getClassLoader(), new Class<?>[] {Outbox.class}, (_, method, arguments) -> {
                    if (method.getName().equals("recover") && bugs.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new IllegalStateException("a bug");
                    }
                    try {
                        return method.invoke(store.outbox(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
        return store.with(store.ledger(), outbox);
    }

    private static BotConfig config(String text) {
        return switch (new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", text)) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }

    private void awaitOnThePage(String text) {
        await().atMost(PATIENCE)
                .until(() -> page.site()
                        .flatMap(site -> site.find("/en/"))
                        .filter(home -> home.text().contains(text))
                        .isPresent());
    }

    @Test
    void it_goes_by_another_configuration() {
        bot.renew(config(AFTER));

        awaitOnThePage("Photos");
        assertThat(orders.config().services()).hasSize(2);
        assertThat(bot.silence()).isPresent();
    }

    @Test
    void with_a_bug_of_ours_in_the_way_it_goes_on_by_the_one_before() {
        bugs.set(1);

        assertThatThrownBy(() -> bot.renew(config(AFTER))).hasMessage("a bug");

        assertThat(orders.config().services()).hasSize(1);
        assertThat(bot.silence()).isPresent();
        await().atMost(PATIENCE).until(() -> bot.silence().orElseThrow().compareTo(Duration.ofSeconds(1)) < 0);
        bot.renew(config(AFTER));
        awaitOnThePage("Photos");
    }
}
