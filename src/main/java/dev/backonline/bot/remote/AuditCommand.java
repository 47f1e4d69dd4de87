package dev.backonline.bot.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows who commanded what. */
@RegisterForReflection
@Command(
        name = "audit",
        description = "Shows who commanded what, and what came of it; the newest first.",
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec)).get("/operator/audit", AuditCommand::list);
    }

    private static String list(JsonNode body) {
        var entries = body.path("audit");
        return entries.isEmpty()
                ? "Nobody has commanded anything yet."
                : StreamSupport.stream(entries.spliterator(), false)
                        .map(AuditCommand::line)
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(JsonNode entry) {
        return "%s  %-10s %s: %s"
                .formatted(
                        entry.path("at").asText(),
                        entry.path("operator").asText(),
                        entry.path("order").asText(),
                        entry.path("result").asText());
    }
}
