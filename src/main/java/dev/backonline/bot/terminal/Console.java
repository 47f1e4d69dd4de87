package dev.backonline.bot.terminal;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: picocli's streams, which tests replace. */
public record Console(PrintWriter out, PrintWriter err) {
    /** {@code spec} is set by picocli before a command is called. */
    public static Console of(@Nullable CommandSpec spec) {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        return new Console(commandLine.getOut(), commandLine.getErr());
    }
}
