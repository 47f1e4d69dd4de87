package dev.backonline.bot.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.backonline.bot.reload.Dials;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.Clock;
import dev.backonline.check.Notice;
import dev.backonline.check.Wire;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.Plugins;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.page.PageModel;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One operation gives way to another by a changed file, in one process and on one database. */
class HandingOverTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final ServiceId NIGHTLY = new ServiceId("nightly");
    private static final ServiceId CALLS = new ServiceId("calls");
    private static final String FILE = """
            page: { name: Example, url: "https://status.example.org", languages: [en] }
            canaries: [ { type: http, url: "http://canary.example.org/", every: 1h } ]
            services:
              chat: { name: Chat, checks: [ { type: http, url: "http://chat.example.org/", every: 1h } ] }
              nightly: { name: Nightly, checks: [ { type: heartbeat, id: nightly, token: made-up-token, every: 24h } ] }
            {more}
            publish: { problem-after: 0s, recovered-after: 0s }
            channels: { hook: { type: webhook, url: "http://hook.example.org/" } }
            """;
    private static final String MORE =
            "  calls: { name: Calls, checks: [ { type: http, url: \"http://calls.example.org/\", every: 1h } ] }";

    private final Store store = new MemoryStore().store();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final Dials dials = new Dials(figures);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final List<PageModel> shown = new CopyOnWriteArrayList<>();
    private final CountDownLatch answering = new CountDownLatch(1);
    private volatile boolean slow;
    private String every = "every: 1h";
    private volatile Optional<Operation> last = Optional.empty();

    @AfterEach
    void close() {
        last.ifPresent(Operation::close);
    }

    private Wire.Reply answer(Wire.Request request) {
        var host = String.valueOf(request.address().getHost()).replace(".example.org", "");
        asked.add(host);
        if (slow && host.equals("hook")) {
            awaited();
        }
        return new Wire.Answered(broken.contains(host) ? 503 : 200, Map.of(), "", false);
    }

    private void awaited() {
        try {
            var _ = answering.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Operation operation(String more, Inheritance inheritance) {
        var tools = new Tools(store, this::answer, new Clock(InstantSource.system(), System::nanoTime), figures, "one");
        var installation = new Installation(Optional.of(Path.of("test.yaml")), Path.of("."));
        dials.remove();
        var operation = new Operation(config(more), tools, installation, shown::add, inheritance);
        operation.open(true);
        return operation;
    }

    private BotConfig config(String more) {
        var reader = new ConfigReader(Plugins.installed(), _ -> Optional.empty());
        return switch (reader.read("test.yaml", FILE.replace("{more}", more).replace("every: 1h", every))) {
            case ConfigReader.Read read -> read.config();
            case ConfigReader.Mistaken mistaken ->
                throw new IllegalStateException(mistaken.mistakes().toString());
        };
    }

    private void awaitState(ServiceId service, ServiceState state) {
        await().atMost(PATIENCE)
                .until(() -> !shown.isEmpty()
                        && Optional.of(state)
                                .equals(Optional.ofNullable(
                                        shown.getLast().states().get(service))));
    }

    private long asked(String host) {
        return asked.stream().filter(host::equals).count();
    }

    private static void beat(Operation operation) {
        var notice = new Notice("POST", "", Map.of(), "");
        operation.enquiries().mailbox("heartbeat/nightly").orElseThrow().put("made-up-token", notice);
    }

    @Test
    void what_is_known_stays_known_and_only_what_is_new_is_asked_at_once() {
        var first = operation("", Inheritance.NONE);
        beat(first);
        awaitState(CHAT, ServiceState.OPERATIONAL);
        awaitState(NIGHTLY, ServiceState.OPERATIONAL);

        var inheritance = first.handOver();
        shown.clear();
        try (var _ = operation(MORE, inheritance)) {
            awaitState(CALLS, ServiceState.OPERATIONAL);
        }

        assertThat(shown)
                .allSatisfy(model -> assertThat(model.states())
                        .containsEntry(CHAT, ServiceState.OPERATIONAL)
                        .containsEntry(NIGHTLY, ServiceState.OPERATIONAL));
        assertThat(asked("chat")).isEqualTo(1);
        assertThat(asked("canary")).isEqualTo(1);
    }

    @Test
    void a_service_that_is_asked_something_else_is_known_only_when_it_has_answered() {
        var first = operation(MORE, Inheritance.NONE);
        awaitState(CALLS, ServiceState.OPERATIONAL);

        var inheritance = first.handOver();
        broken.add("calls2");
        shown.clear();
        try (var _ = operation(MORE.replace("//calls", "//calls2"), inheritance)) {
            awaitState(CHAT, ServiceState.OPERATIONAL);
        }

        assertThat(shown.getFirst().states()).doesNotContainKey(CALLS);
    }

    @Test
    void a_post_that_is_being_sent_comes_to_its_end_first_and_is_made_once() {
        every = "every: 100ms";
        slow = true;
        broken.add("calls");
        var first = operation(MORE, Inheritance.NONE);
        await().atMost(PATIENCE).until(() -> asked("hook") == 1);
        var before = asked("calls");

        var handing = Thread.ofVirtual().start(() -> {
            var inheritance = first.handOver();
            broken.clear();
            last = Optional.of(operation(MORE, inheritance));
        });
        await().atMost(PATIENCE).until(() -> asked("calls") > before + 3);
        assertThat(handing.isAlive()).isTrue();
        answering.countDown();

        awaitState(CALLS, ServiceState.OPERATIONAL);
        await().atMost(PATIENCE).until(() -> asked("hook") == 2);
        assertThat(store.incidents().newest(5))
                .singleElement()
                .satisfies(incident -> assertThat(incident.isOpen()).isFalse());
    }

    @Test
    void a_post_that_is_being_sent_as_the_bot_stops_comes_to_its_end() {
        slow = true;
        broken.add("chat");
        every = "every: 100ms";
        var bot = operation("", Inheritance.NONE);
        await().atMost(PATIENCE).until(() -> asked("hook") == 1);

        var stopping = Thread.ofVirtual().start(bot::stop);
        await().during(Duration.ofMillis(200)).atMost(PATIENCE).until(stopping::isAlive);
        answering.countDown();

        await().atMost(PATIENCE).until(() -> !stopping.isAlive());
        assertThat(store.outbox().of(store.incidents().newest(1).getFirst().id()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.SENT);
    }

    @Test
    void figures_show_what_the_present_operation_holds() {
        var first = operation("", Inheritance.NONE);
        await().atMost(PATIENCE)
                .until(() -> figures.find("backonline.deliveries.open").gauge() != null);

        var inheritance = first.handOver();
        dials.remove();
        assertThat(figures.find("backonline.deliveries.open").gauge()).isNull();
        try (var _ = operation("", inheritance)) {
            assertThat(figures.get("backonline.judging").gauge().value()).isEqualTo(1);
            assertThat(figures.get("backonline.observations").counters()).isNotEmpty();
        }
    }
}
