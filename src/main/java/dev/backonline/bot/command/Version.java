package dev.backonline.bot.command;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
@RegisterForReflection
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        var built = new Properties();
        try (var file = Objects.requireNonNull(Version.class.getResourceAsStream("/backonline.properties"))) {
            built.load(file);
        }
        return new String[] {"backonline " + built.getProperty("version")};
    }
}
