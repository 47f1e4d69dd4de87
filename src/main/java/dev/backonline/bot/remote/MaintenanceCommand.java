package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the maintenances; its own commands schedule one or call one off. */
@RegisterForReflection
@Command(
        name = "maintenance",
        description = "Shows the maintenances; 'schedule' plans one, 'cancel' calls one off or ends it.",
        subcommands = {MaintenanceCommand.Scheduling.class, MaintenanceCommand.Cancelling.class},
        mixinStandardHelpOptions = true)
public final class MaintenanceCommand implements Callable<Integer> {
    private static final String PATH = "/operator/maintenance";

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec)).get(PATH, MaintenanceCommand::list);
    }

    private static String list(JsonNode body) {
        var maintenances = body.path("maintenances");
        return maintenances.isEmpty()
                ? "No maintenances."
                : maintenances
                        .valueStream()
                        .map(MaintenanceCommand::line)
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(JsonNode one) {
        return "%s  %-11s %s to %s: %s%n    %s"
                .formatted(
                        one.path("id").asText(),
                        one.path("stage").asText(),
                        one.path("start").asText(),
                        one.path("end").asText(),
                        one.path("services").valueStream().map(JsonNode::asText).collect(Collectors.joining(", ")),
                        one.path("title").valueStream().map(JsonNode::asText).collect(Collectors.joining(" / ")));
    }

    /** Plans one. */
    @RegisterForReflection
    @Command(
            name = "schedule",
            description =
                    "Plans a maintenance: failures of its services are expected meanwhile, and people are told ahead.",
            footer = {
                "",
                "  backonline maintenance schedule --service chat --title en=\"Database upgrade\" --start 2026-12-01T02:00 --for 2h"
            },
            mixinStandardHelpOptions = true)
    public static final class Scheduling implements Callable<Integer> {
        @Spec
        @Nullable
        CommandSpec spec;

        @Option(
                names = "--service",
                paramLabel = "SERVICE",
                description = "A service that it is about; may be repeated.")
        List<String> services = new ArrayList<>();

        @Option(
                names = "--group",
                paramLabel = "GROUP",
                description = "A group whose services are meant; may be repeated.")
        List<String> groups = new ArrayList<>();

        @Option(
                names = "--title",
                required = true,
                paramLabel = "LANGUAGE=TEXT",
                description = "What is done; it is public. Once for each language.")
        Map<String, String> titles = new LinkedHashMap<>();

        @Option(
                names = "--detail",
                paramLabel = "LANGUAGE=TEXT",
                description = "What people will notice; it is public. Once for each language.")
        Map<String, String> details = new LinkedHashMap<>();

        @Option(
                names = "--start",
                paramLabel = "TIME",
                description = "When it begins, of the page's zone unless it says its own; without it, now.")
        @Nullable
        String start;

        @Option(names = "--end", paramLabel = "TIME", description = "When it ends; this or --for.")
        @Nullable
        String end;

        @Option(names = "--for", paramLabel = "DURATION", description = "How long it takes, such as 2h; this or --end.")
        @Nullable
        String duration;

        @Option(
                names = "--announce",
                paramLabel = "DURATION",
                description = "How long before people are told; else 1d.")
        @Nullable
        String announce;

        @Option(names = "--quiet", description = "It is shown on the page, and told nowhere else.")
        boolean quiet;

        @Option(
                names = "--id",
                paramLabel = "ID",
                description = "A name of its own; else made of a service and the start.")
        @Nullable
        String id;

        @Override
        public Integer call() {
            return new RunningBot(Console.of(spec)).post(PATH, body(), one -> "Scheduled: " + line(one));
        }

        private ObjectNode body() {
            var body = JsonNodeFactory.instance.objectNode();
            put(body, "id", id);
            put(body, "start", start);
            put(body, "end", end);
            put(body, "duration", duration);
            put(body, "announce", announce);
            body.put("quiet", quiet);
            services.forEach(body.putArray("services")::add);
            groups.forEach(body.putArray("groups")::add);
            titles.forEach(body.putObject("title")::put);
            if (!details.isEmpty()) {
                details.forEach(body.putObject("detail")::put);
            }
            return body;
        }

        private static void put(ObjectNode body, String key, @Nullable String value) {
            if (value != null) {
                body.put(key, value);
            }
        }
    }

    /** Calls one off, or ends it. */
    @RegisterForReflection
    @Command(
            name = "cancel",
            description = "Calls a maintenance off, or ends it now if it has begun.",
            mixinStandardHelpOptions = true)
    public static final class Cancelling implements Callable<Integer> {
        @Spec
        @Nullable
        CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "The maintenance, as 'maintenance' shows it.")
        String id = "";

        @Override
        public Integer call() {
            return new RunningBot(Console.of(spec))
                    .post(PATH + "/" + id + "/cancel", _ -> "Called off: maintenance %s.".formatted(id));
        }
    }
}
