package dev.backonline.bot.command;

import java.util.Locale;
import java.util.Optional;

/** What the process was started with: a property, else the environment variable of the same name in capitals. */
final class Settings {
    private Settings() {}

    static Optional<String> find(String name) {
        var variable = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name)).or(() -> Optional.ofNullable(System.getenv(variable)));
    }
}
