package dev.backonline.bot.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.command.Backonline;
import dev.backonline.bot.watch.Planning;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.house.Golden;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.incident.alarm.Bell;
import dev.backonline.operator.command.AuditRoutes;
import dev.backonline.operator.command.Hatch;
import dev.backonline.operator.command.IncidentRoutes;
import dev.backonline.operator.command.MaintenanceRoutes;
import dev.backonline.operator.door.Doorkeeper;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What a person reads who commands a running bot: the commands, asked of a real door over HTTP. */
class RemoteCommandsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final IncidentId INCIDENT = new IncidentId("v3i5nozdvfs6");
    private static final IncidentId DRAFTED = new IncidentId("a1b2c3d4e5f6");
    private static final String URL = "backonline.operator.url";
    private static final String TOKEN = "backonline.operator.token";
    private static final String ANNA = "made-up-token-of-anna";

    private final Vertx vertx = Vertx.vertx();
    private final Store store = new MemoryStore().store();
    private final StringBuilder transcript = new StringBuilder();

    @BeforeEach
    void open() {
        var router = Router.router(vertx);
        var doorkeeper = new Doorkeeper(() -> Map.of(new OperatorName("anna"), Pass.of(ANNA)), System::nanoTime);
        var hatch = new Hatch(router, doorkeeper, store.audit(), () -> NOW);
        var upkeep = Upkeep.of(List.of(), store.maintenances());
        new IncidentRoutes(new IncidentRoutes.Means(
                        store.incidents(),
                        store.alarms(),
                        store.restraints(),
                        store.outbox(),
                        () -> Optional.of(this::obey),
                        Optional::empty))
                .mount(hatch);
        new AuditRoutes(store.audit()).mount(hatch);
        new MaintenanceRoutes(new MaintenanceRoutes.Means(
                        () -> Optional.of(new Planning(upkeep, () -> NOW)),
                        () -> catalog(),
                        () -> ZoneOffset.UTC,
                        () -> NOW))
                .mount(hatch);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        System.setProperty(URL, "http://127.0.0.1:" + server.actualPort());
        System.setProperty(TOKEN, ANNA);
    }

    @AfterEach
    void close() {
        System.clearProperty(URL);
        System.clearProperty(TOKEN);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private static Catalog catalog() {
        return Catalog.of(
                List.of(new Service(CHAT, Translated.same("Chat"), Optional.empty(), Set.of(), Optional.empty())));
    }

    /** What people's commands come to is tested with the newsroom; here it is what they read of it. */
    private Desk.Reply obey(Command command) {
        return switch (command) {
            case Command.Correct _ ->
                new Desk.Reply.Refused("incident 'v3i5nozdvfs6' is withdrawn already; nothing was done");
            case Command.Mute mute -> {
                store.restraints().keep(new Decision.Muted(new Mute(mute.by(), NOW, mute.why())));
                yield new Desk.Reply.Done(Optional.empty(), List.of("people still speak"));
            }
            default -> new Desk.Reply.Done(Optional.of(INCIDENT), List.of("fr: told in English"));
        };
    }

    private void happen() {
        var update = new Update(
                1,
                NOW,
                Status.INVESTIGATING,
                new Transition.Problem(List.of(CHAT), Optional.empty()),
                "chat/1-http: HTTP 503, 3 of 5");
        var incident = new Incident(
                INCIDENT,
                1,
                Status.INVESTIGATING,
                NOW,
                NOW,
                Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, NOW)),
                List.of(update));
        var square = new Recipient(new ChannelId("square"), Locale.ENGLISH);
        store.ledger().record(new Change(incident), List.of(Delivery.of(INCIDENT, 1, square, NOW)));
        store.restraints()
                .keep(new Decision.Drafted(new Draft(
                        DRAFTED,
                        List.of(CHAT),
                        ServiceState.MAJOR_OUTAGE,
                        NOW,
                        NOW.plusSeconds(900),
                        Optional.empty(),
                        "photos/1-http: HTTP 503, 3 of 5")));
        ring();
    }

    private void ring() {
        new Bell(Optional.empty())
                .stands(new Alarm.Held("square", 7, "it may have arrived"), _ -> "alarm0000001", NOW)
                .ifPresent(told -> store.ledger().record(told, List.of()));
    }

    private void run(String... arguments) {
        var said = new StringWriter();
        var writer = new PrintWriter(said);
        var code =
                new CommandLine(new Backonline()).setOut(writer).setErr(writer).execute(arguments);
        transcript.append("$ backonline ").append(String.join(" ", arguments)).append('\n');
        transcript.append(said.toString().replace(System.lineSeparator(), "\n"));
        transcript.append(code == 0 ? "\n" : "(exit %d)\n\n".formatted(code));
    }

    @Test
    void what_people_read_is_known_letter_by_letter() {
        incidents();
        maintenances();
        run("audit");
        System.setProperty(TOKEN, "another-made-up-token");
        run("mute", "off");

        assertThat(transcript).doesNotContain(ANNA);
        Golden.matches("operator/commands.txt", transcript.toString());
    }

    private void incidents() {
        run("incidents");
        happen();
        run("incidents");
        run("incidents", "v3i5nozdvfs6");
        run("incidents", "nobodyknows1");
        run("incidents", "NO");
        run("approve", "a1b2c3d4e5f6");
        run("approve", "a1b2c3d4e5f6", "--reject", "--why", "a drill");
        run("post", "--service", "chat", "--state", "partial_outage", "--text", "en=Some of you can't write.");
        run("post", "v3i5nozdvfs6", "--status", "solved");
        run("resolve", "v3i5nozdvfs6", "--text", "en=It is over.");
        run("correct", "v3i5nozdvfs6");
        run("mute");
        run("mute", "on", "--why", "a drill");
        run("mute");
    }

    private void maintenances() {
        run("maintenance");
        run(
                "maintenance",
                "schedule",
                "--service",
                "chat",
                "--title",
                "en=Upgrade",
                "--start",
                "2026-12-01T02:00",
                "--for",
                "2h");
        run("maintenance", "schedule", "--service", "caht", "--title", "en=Upgrade", "--for", "2h");
        run("maintenance", "cancel", "chat-20261201-0200");
        run("maintenance", "cancel", "chat-20261201-0200");
        run("maintenance");
    }
}
