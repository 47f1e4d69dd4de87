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

/** Shows what the running bot has not told yet. */
@RegisterForReflection
@Command(
        name = "deliveries",
        description = "Shows what the running bot has not told yet, and why; held ones wait for release or drop.",
        mixinStandardHelpOptions = true)
public final class Deliveries implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return new RunningBot(Console.of(spec)).get("/operator/deliveries", Deliveries::list);
    }

    private static String list(JsonNode body) {
        var deliveries = body.path("deliveries");
        return deliveries.isEmpty()
                ? "Nothing waits: all is told."
                : StreamSupport.stream(deliveries.spliterator(), false)
                        .map(Deliveries::line)
                        .collect(Collectors.joining(System.lineSeparator()));
    }

    /** One delivery in two lines. */
    static String line(JsonNode delivery) {
        var head = "%s  %-10s %s/%s  incident %s, update %d, attempts %d: %s"
                .formatted(
                        delivery.path("id").asText(),
                        delivery.path("state").asText(),
                        delivery.path("channel").asText(),
                        delivery.path("language").asText(),
                        delivery.path("incident").asText(),
                        delivery.path("update").asInt(),
                        delivery.path("attempts").asInt(),
                        delivery.path("note").asText());
        var text = delivery.path("text").asText();
        return text.isEmpty() ? head : head + System.lineSeparator() + "    \"" + text + "\"";
    }
}
