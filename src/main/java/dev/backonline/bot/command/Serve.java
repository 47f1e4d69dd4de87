package dev.backonline.bot.command;

import dev.backonline.bot.setup.Configuration;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.Settings;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.terminal.Exit;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.RegisterForReflection;
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
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return serve(Console.of(spec));
    }

    /** The file is read first: with a mistake in it, nothing is started. */
    static int serve(Console console) {
        try {
            var _ = Installation.location(Settings::find);
        } catch (IllegalArgumentException mistake) {
            console.err().println(mistake.getMessage() + " Not starting.");
            return Exit.IMPOSSIBLE;
        }
        var installation = Installation.found(Settings::find);
        var mistaken = installation
                .configuration()
                .map(Configuration.installed()::read)
                .filter(result -> new Reading(console.out(), console.err())
                        .accepted(result, "Not starting.")
                        .isEmpty());
        return mistaken.isPresent() ? Exit.IMPOSSIBLE : start(installation);
    }

    private static int start(Installation installation) {
        installation.settings().forEach(System::setProperty);
        Quarkus.run();
        return Exit.DONE;
    }
}
