package dev.backonline.bot.setup;

import java.util.Locale;
import java.util.Optional;

/** What the process was started with: a property, else the environment variable of the same name in capitals. */
public final class Settings {
    private Settings() {}

    public static Optional<String> find(String name) {
        var variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }
}
