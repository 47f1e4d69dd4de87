package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the incidents, or one of them with all that was decided and why. */
@RegisterForReflection
@Command(
        name = "incidents",
        description =
                "Shows what waits for approval, the alarms that internal channels were told of, and the newest incidents; or one of them, with every decision, why it was"
                        + " taken, and where it was told.",
        mixinStandardHelpOptions = true)
public final class IncidentsCommand implements Callable<Integer> {
    private static final String PATH = "/operator/incidents";

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One incident.")
    @Nullable
    String id;

    @Override
    public Integer call() {
        var bot = new RunningBot(Console.of(spec));
        return id == null ? bot.get(PATH, IncidentsCommand::all) : bot.get(PATH + "/" + id, IncidentsCommand::one);
    }

    static String all(JsonNode body) {
        var lines = new ArrayList<String>();
        var mute = body.path("mute");
        if (!mute.isMissingNode()) {
            lines.add("MUTED by %s since %s: %s".formatted(text(mute, "by"), text(mute, "since"), text(mute, "why")));
        }
        body.path("drafts")
                .forEach(draft -> lines.add("%s  waits for approval until %s: %s, %s%n    why: %s"
                        .formatted(
                                text(draft, "incident"),
                                text(draft, "until"),
                                joined(draft.path("services")),
                                text(draft, "state"),
                                text(draft, "why"))));
        body.path("alarms").forEach(alarm -> lines.add(alarm(alarm)));
        body.path("incidents").forEach(incident -> lines.add(head(incident)));
        return lines.isEmpty() ? "No incidents." : String.join(System.lineSeparator(), lines);
    }

    private static String alarm(JsonNode alarm) {
        var remedy = text(alarm, "remedy");
        return "%s  ALARM %s since %s: %s%s"
                .formatted(
                        text(alarm, "id"),
                        text(alarm, "kind"),
                        text(alarm, "since"),
                        text(alarm, "why"),
                        remedy.isEmpty() ? "" : "%n    what helps: %s".formatted(remedy));
    }

    static String one(JsonNode incident) {
        var lines = new ArrayList<>(List.of(head(incident)));
        for (var update : incident.path("updates")) {
            lines.add("  %d. %s  %s, %s: %s"
                    .formatted(
                            update.path("number").asInt(),
                            text(update, "at"),
                            text(update, "saying"),
                            text(update, "status"),
                            joined(update.path("services"))));
            lines.add("     why: " + text(update, "why"));
            update.path("deliveries").forEach(delivery -> lines.add("     " + told(delivery)));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String head(JsonNode incident) {
        return "%s  %-13s %s since %s: %s%s"
                .formatted(
                        text(incident, "id"),
                        text(incident, "status"),
                        text(incident, "state"),
                        text(incident, "started_at"),
                        StreamSupport.stream(incident.path("services").spliterator(), false)
                                .map(service -> text(service, "id"))
                                .collect(Collectors.joining(", ")),
                        incident.path("in_hands").asBoolean() ? " (in a person's hands)" : "");
    }

    private static String told(JsonNode delivery) {
        var where = delivery.path("link").asText(text(delivery, "note"));
        return "%s/%s %s: %s"
                .formatted(text(delivery, "channel"), text(delivery, "language"), text(delivery, "state"), where);
    }

    private static String joined(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asText();
    }
}
