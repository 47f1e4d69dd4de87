package dev.backonline.bot.remote;

import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Speaks of an incident in a person's own words, or opens one by hand. */
@RegisterForReflection
@Command(
        name = "post",
        description = "Speaks of an incident in your own words; without an ID it opens one.",
        footer = {
            "",
            "From then on the bot leaves the incident to you: it reminds you at each promise, and when all is well again.",
            "",
            "  backonline post --service chat --state partial_outage --text en=\"Some of you can't send photos.\"",
            "  backonline post v3i5nozdvfs6 --status identified --text en=\"We have found the cause.\""
        },
        mixinStandardHelpOptions = true)
public final class PostCommand implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The incident, as 'incidents' shows it.")
    @Nullable
    String id;

    @Option(names = "--service", paramLabel = "SERVICE", description = "A service that it is about; may be repeated.")
    List<String> services = new ArrayList<>();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "What is told of them: degraded_performance, partial_outage or major_outage.")
    @Nullable
    String state;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description = "How far it has come: investigating, identified or monitoring.")
    @Nullable
    String status;

    @Mixin
    OwnWords words = new OwnWords();

    @Override
    public Integer call() {
        var body = words.body();
        if (!services.isEmpty()) {
            var named = body.putArray("services");
            services.forEach(named::add);
        }
        if (state != null) {
            body.put("state", state);
        }
        if (status != null) {
            body.put("status", status);
        }
        var path = id == null ? "/operator/incidents" : "/operator/incidents/%s/post".formatted(id);
        return new RunningBot(Console.of(spec))
                .post(
                        path,
                        body,
                        answer -> Ruled.said(
                                "Posted: incident %s."
                                        .formatted(answer.path("incident").asText()),
                                answer));
    }
}
