package dev.backonline.bot.command;

import dev.backonline.bot.setup.Installation;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Does for a few seconds what the other commands do, so that the build can note what the JVM loads and keep it at hand. */
@RegisterForReflection
@Command(name = "warm-up", hidden = true, description = "Trains the AOT cache; used by the build.")
final class WarmUp implements Callable<Integer> {
    @Override
    public Integer call() {
        var program = new CommandLine(new Backonline());
        program.execute("validate");
        program.execute("preview");
        Installation.found(Settings::find).settings().forEach(System::setProperty);
        Quarkus.run(Lap.class);
        return Exit.DONE;
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
