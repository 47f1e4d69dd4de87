package dev.backonline.bot.command;

import dev.backonline.bot.backup.BackupCommand;
import dev.backonline.bot.remote.ApproveCommand;
import dev.backonline.bot.remote.AuditCommand;
import dev.backonline.bot.remote.CorrectCommand;
import dev.backonline.bot.remote.Deliveries;
import dev.backonline.bot.remote.Drop;
import dev.backonline.bot.remote.IncidentsCommand;
import dev.backonline.bot.remote.MaintenanceCommand;
import dev.backonline.bot.remote.MuteCommand;
import dev.backonline.bot.remote.PostCommand;
import dev.backonline.bot.remote.Release;
import dev.backonline.bot.remote.ResolveCommand;
import dev.backonline.bot.terminal.Console;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program without a command, which serves; the other commands hang below it. */
@RegisterForReflection
@Command(
        name = "backonline",
        description = "Tells your users that something is wrong, keeps them posted, and says when it is over.",
        footer = {
            "",
            "Without a command it serves. The file is the one that BACKONLINE_CONFIG names, else ./backonline.yaml;",
            "with neither, the built-in demonstration runs. Data are kept under BACKONLINE_DATA (./data).",
            "",
            "Exit codes: 0 all is well; 1 it can't be done, such as a file with mistakes; 2 a mistake on the command line."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            Serve.class,
            Validate.class,
            Preview.class,
            SendTest.class,
            IncidentsCommand.class,
            ApproveCommand.class,
            PostCommand.class,
            ResolveCommand.class,
            CorrectCommand.class,
            MuteCommand.class,
            MaintenanceCommand.class,
            AuditCommand.class,
            Deliveries.class,
            Release.class,
            Drop.class,
            BackupCommand.class,
            WarmUp.class
        })
public final class Backonline implements Callable<Integer> {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() {
        return Serve.serve(Console.of(spec));
    }
}
