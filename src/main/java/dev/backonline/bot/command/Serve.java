package dev.backonline.bot.command;

import dev.backonline.bot.setup.Installation;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Watches, tells, and serves the page, until it is stopped. */
@RegisterForReflection
@Command(
        name = "serve",
        description = "Watches the services, tells their users, and serves the page on port 8080 until it is stopped.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Spec
    @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return Exit.DONE;
    }
}
