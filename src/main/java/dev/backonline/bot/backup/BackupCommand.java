package dev.backonline.bot.backup;

import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.setup.Settings;
import dev.backonline.store.file.EmbeddedFile;
import dev.backonline.store.file.FileCopy;
import dev.backonline.store.file.FileCopy.Copied;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies what the bot keeps in its data folder, while it runs or not. */
@RegisterForReflection
@Command(
        name = "backup",
        description =
                "Copies the database in the data folder into a file that is not there yet, checked, while the bot runs or not; only with SQLite.",
        mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {
    private static final String POSTGRESQL_URL = "quarkus.datasource.postgresql.jdbc.url";

    @Spec
    @Nullable
    CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Where the copy is put.")
    @Nullable
    Path file;

    @Override
    public Integer call() {
        var console = Objects.requireNonNull(spec).commandLine();
        var target = Objects.requireNonNull(file);
        return switch (made(target)) {
            case Copied.Whole(var bytes) -> {
                console.getOut().println("Copied to %s: %d bytes, checked.".formatted(target, bytes));
                yield 0;
            }
            case Copied.Not(var why) -> {
                console.getErr().println(why + " Nothing is copied.");
                yield 1;
            }
        };
    }

    private static Copied made(Path target) {
        if (Settings.find(POSTGRESQL_URL).filter(url -> !url.isBlank()).isPresent()) {
            return new Copied.Not("The bot keeps everything in PostgreSQL, whose own pg_dump copies it.");
        }
        var data = Installation.found(Settings::find).data();
        return new FileCopy(new EmbeddedFile(data), target).made();
    }
}
