package dev.backonline.operator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.watch.Planning;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Group;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.Translated;
import dev.backonline.incident.Command;
import dev.backonline.incident.Desk;
import dev.backonline.incident.IncidentId;
import dev.backonline.operator.command.Galleys.Galley;
import dev.backonline.operator.command.MaintenanceRoutes.Caretaker;
import dev.backonline.operator.door.Doorkeeper;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.outbox.ChannelId;
import dev.backonline.store.memory.MemoryStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operators' door over real HTTP: who is let in, what is obeyed, and what is written down of it. */
class OperatorDoorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final IncidentId INCIDENT = new IncidentId("v3i5nozdvfs6");
    private static final String TOKEN = "made-up-token-of-anna";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<Command> obeyed = new ConcurrentLinkedQueue<>();
    private final MemoryStore memory = new MemoryStore();
    private Optional<Desk> desk = Optional.of(this::obey);
    private Optional<Caretaker> caretaker =
            Optional.of(new Planning(Upkeep.of(List.of(), memory.store().maintenances()), () -> NOW));
    private HttpServer server;

    private static Catalog catalog() {
        return Catalog.of(Stream.of("chat", "photos")
                .map(id -> new Service(
                        new ServiceId(id),
                        Translated.same(id),
                        Optional.of(new Group("family")),
                        Set.of(),
                        Optional.empty()))
                .toList());
    }

    private Desk.Reply obey(Command command) {
        obeyed.add(command);
        return command instanceof Command.Correct
                ? new Desk.Reply.Refused("incident v3i5nozdvfs6 is withdrawn already")
                : new Desk.Reply.Done(Optional.of(INCIDENT), List.of("fr: told in English"));
    }

    private static Galleys.Pull pull(Command command) {
        return command instanceof Command.Correct
                ? new Galleys.Pull.Refused("incident v3i5nozdvfs6 is withdrawn already")
                : new Galleys.Pull.Drawn(
                        List.of(
                                new Galley(new ChannelId("square"), Locale.ITALIAN, "Siamo tornati online.", ""),
                                new Galley(new ChannelId("room"), Locale.ENGLISH, "Over.", "waits for approval")),
                        List.of("fr: told in English"));
    }

    @BeforeEach
    void open() {
        var store = memory.store();
        var router = Router.router(vertx);
        var doorkeeper = new Doorkeeper(() -> Map.of(new OperatorName("anna"), Pass.of(TOKEN)), System::nanoTime);
        var hatch = new Hatch(router, doorkeeper, store.audit(), () -> NOW);
        new IncidentRoutes(new IncidentRoutes.Means(
                        store.incidents(),
                        store.alarms(),
                        store.restraints(),
                        store.outbox(),
                        () -> desk,
                        () -> desk.map(_ -> OperatorDoorTest::pull)))
                .mount(hatch);
        new ServiceRoutes(OperatorDoorTest::catalog, () -> List.of(Locale.ITALIAN, Locale.ENGLISH)).mount(hatch);
        new AuditRoutes(store.audit()).mount(hatch);
        new MaintenanceRoutes(
                        new MaintenanceRoutes.Means(() -> caretaker, () -> catalog(), () -> ZoneOffset.UTC, () -> NOW))
                .mount(hatch);
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpResponse<String> ask(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(server.actualPort(), path)))
                .method(method, BodyPublishers.ofString(body))
                .headers(headers)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> command(String method, String path, String body)
            throws IOException, InterruptedException {
        return ask(method, path, body, "Authorization", "Bearer " + TOKEN);
    }

    @Test
    void a_command_is_obeyed_answered_and_written_down() throws Exception {
        var answer = command("POST", "/operator/incidents/v3i5nozdvfs6/resolve", "{\"texts\":{\"en\":\"Over.\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"incident\":\"v3i5nozdvfs6\",\"notes\":[\"fr: told in English\"]}");
        assertThat(obeyed).containsExactly(new Command.Resolve("anna", INCIDENT, Map.of(Locale.ENGLISH, "Over.")));
        assertThat(command("GET", "/operator/audit", "").body())
                .isEqualTo(
                        "{\"audit\":[{\"at\":\"2026-11-24T20:04:00Z\",\"operator\":\"anna\","
                                + "\"order\":\"resolve incident v3i5nozdvfs6 {\\\"texts\\\":{\\\"en\\\":\\\"Over.\\\"}}\",\"result\":\"done v3i5nozdvfs6\"}]}");
    }

    @Test
    void what_a_command_would_have_told_is_shown_and_nothing_is_done() throws Exception {
        var answer =
                command("POST", "/operator/incidents/v3i5nozdvfs6/resolve/preview", "{\"texts\":{\"en\":\"Over.\"}}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"told\":[{\"channel\":\"square\",\"language\":\"it\",\"text\":\"Siamo tornati online.\"},"
                        + "{\"channel\":\"room\",\"language\":\"en\",\"text\":\"Over.\",\"note\":\"waits for approval\"}],"
                        + "\"notes\":[\"fr: told in English\"]}");
        assertThat(command("POST", "/operator/incidents/v3i5nozdvfs6/correct/preview", "{}")
                        .body())
                .isEqualTo("{\"error\":\"incident v3i5nozdvfs6 is withdrawn already\"}");
        assertThat(command("POST", "/operator/incidents/preview", "{\"service\":1}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(obeyed).isEmpty();
        assertThat(memory.store().audit().newest(1)).isEmpty();
    }

    @Test
    void services_and_languages_are_named() throws Exception {
        assertThat(command("GET", "/operator/services", "").body())
                .isEqualTo("{\"languages\":[\"it\",\"en\"],\"services\":["
                        + "{\"id\":\"chat\",\"name\":\"chat\"},{\"id\":\"photos\",\"name\":\"photos\"}]}");
    }

    @Test
    void a_refusal_says_why_and_is_written_down_too() throws Exception {
        var answer = command("POST", "/operator/incidents/v3i5nozdvfs6/correct", "");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("{\"error\":\"incident v3i5nozdvfs6 is withdrawn already\"}");
        assertThat(memory.store().audit().newest(1))
                .extracting(Audit.Entry::result)
                .containsExactly("refused: incident v3i5nozdvfs6 is withdrawn already");
    }

    @Test
    void nobody_commands_or_looks_without_the_token() throws Exception {
        for (var path : List.of("/operator/incidents", "/operator/audit", "/operator/mute", "/operator/services")) {
            assertThat(ask("GET", path, "", "Accept", "*/*").statusCode()).isEqualTo(401);
        }
        var answer = ask("POST", "/operator/mute", "{}", "Authorization", "Bearer another-made-up-token");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(obeyed).isEmpty();
        assertThat(memory.store().audit().newest(1)).isEmpty();
    }

    @Test
    void a_repeated_command_with_its_key_is_obeyed_once_and_answered_the_same() throws Exception {
        var headers = new String[] {"Authorization", "Bearer " + TOKEN, "Idempotency-Key", "4711"};
        var first = ask("POST", "/operator/incidents", "{\"services\":[\"chat\"]}", headers);

        var again = ask("POST", "/operator/incidents", "{\"services\":[\"chat\"]}", headers);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(obeyed).hasSize(1);
    }

    @Test
    void what_is_not_well_formed_is_named_and_not_obeyed() throws Exception {
        assertThat(command("POST", "/operator/incidents", "{").body())
                .startsWith("{\"error\":\"the body is not JSON: ");
        assertThat(command("POST", "/operator/incidents/NO/resolve", "").body())
                .isEqualTo("{\"error\":\"incident id 'NO' should match [a-z0-9]{12}\"}");
        assertThat(command("GET", "/operator/incidents/v3i5nozdvfs6", "").body())
                .isEqualTo("{\"error\":\"there is no incident v3i5nozdvfs6\"}");
        var tooLong = command("POST", "/operator/mute", "{\"why\":\"%s\"}".formatted("x".repeat(70_000)));
        assertThat(tooLong.statusCode()).isEqualTo(413);
        assertThat(tooLong.body()).isEqualTo("{\"error\":\"the body should have at most 65536 bytes\"}");
        assertThat(obeyed).isEmpty();
    }

    @Test
    void a_maintenance_is_scheduled_shown_and_called_off() throws Exception {
        var body =
                "{\"services\":[\"chat\"],\"title\":{\"en\":\"Upgrade\"},\"start\":\"2026-12-01T02:00\",\"duration\":\"2h\"}";

        var scheduled = command("POST", "/operator/maintenance", body);

        assertThat(scheduled.statusCode()).isEqualTo(200);
        assertThat(scheduled.body())
                .isEqualTo("{\"id\":\"chat-20261201-0200\",\"stage\":\"scheduled\",\"start\":\"2026-12-01T02:00:00Z\","
                        + "\"end\":\"2026-12-01T04:00:00Z\",\"services\":[\"chat\"],\"title\":{\"en\":\"Upgrade\"},"
                        + "\"told_from\":\"2026-11-30T02:00:00Z\"}");
        assertThat(command("POST", "/operator/maintenance", body).body())
                .isEqualTo("{\"error\":\"the maintenance should have an id of its own, not 'chat-20261201-0200';"
                        + " nothing was done\"}");
        assertThat(command("POST", "/operator/maintenance/chat-20261201-0200/cancel", "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(command("GET", "/operator/maintenance", "").body()).contains("\"stage\":\"cancelled\"");
        assertThat(command("POST", "/operator/maintenance/chat-20261201-0200/cancel", "")
                        .body())
                .isEqualTo("{\"error\":\"maintenance 'chat-20261201-0200' is called off already; nothing was done\"}");
        assertThat(memory.store().audit().newest(9))
                .extracting(Audit.Entry::result)
                .contains("scheduled chat-20261201-0200", "called off chat-20261201-0200");
    }

    @Test
    void a_maintenance_that_is_not_well_formed_is_not_planned() throws Exception {
        var answer = command("POST", "/operator/maintenance", "{\"services\":[\"caht\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .isEqualTo("{\"error\":\"services: 'caht' is no known service; known services: chat, photos\"}");
        assertThat(memory.store().maintenances().between(Instant.EPOCH, Instant.MAX))
                .isEmpty();
    }

    @Test
    void before_the_bot_has_started_it_says_so() throws Exception {
        desk = Optional.empty();
        caretaker = Optional.empty();

        var answer = command("POST", "/operator/mute", "{}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("the bot has not started yet; try again in a moment");
        assertThat(command("GET", "/operator/maintenance", "").statusCode()).isEqualTo(503);
    }
}
