package dev.backonline.bot.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Does for a few seconds what the other commands do, so that the build can note what the JVM loads and keep it at hand. */
@RegisterForReflection
@Command(name = "warm-up", hidden = true, description = "Trains the AOT cache; used by the build.")
final class WarmUp implements Callable<Integer> {
    /** Long enough to have asked every service and rendered the page a few times. */
    private static final Duration SERVING = Duration.ofSeconds(5);

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        var program = new CommandLine(new Backonline());
        program.execute("validate");
        program.execute("preview");
        CompletableFuture.delayedExecutor(SERVING.toSeconds(), TimeUnit.SECONDS).execute(Quarkus::asyncExit);
        return Serve.serve(Console.of(spec));
    }
}
