package dev.backonline.bot.command;

import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.Settings;
import dev.backonline.bot.terminal.Exit;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Does for a few seconds what the other commands do, so that the build can note what the JVM loads and keep it at hand. */
@RegisterForReflection
@Command(name = "warm-up", hidden = true, description = "Trains the AOT cache; used by the build.")
final class WarmUp implements Callable<Integer> {
    /** So often that the JVM notes not only what is loaded but also what is called most. */
    private static final int ROUNDS = 30;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A file to read besides the built-in one.")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        for (var round = 0; round < ROUNDS; round++) {
            execute("validate");
            execute("preview");
            if (file != null) {
                execute("validate", "--without-secrets", file.toString());
                execute("preview", file.toString());
            }
        }
        Installation.found(Settings::find).settings().forEach(System::setProperty);
        Quarkus.run(Lap.class);
        return Exit.DONE;
    }

    /** By a command line of its own: building one is part of what a user waits for. */
    private static void execute(String... command) {
        new CommandLine(new Backonline()).execute(command);
    }

    /** Serves for long enough to have asked every service and rendered the page, and ends the process. */
    public static final class Lap implements QuarkusApplication {
        private static final long SECONDS = 4;

        @Override
        public int run(String... arguments) throws InterruptedException {
            var elapsed = !new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
            return elapsed ? Exit.DONE : Exit.IMPOSSIBLE;
        }
    }
}
