package dev.backonline.bot;

import dev.backonline.bot.command.Backonline;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;

/** Where the process begins: the command is read before Quarkus starts, which only serving needs. */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        var code = new CommandLine(new Backonline()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }
}
