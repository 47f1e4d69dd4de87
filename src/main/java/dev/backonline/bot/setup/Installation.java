package dev.backonline.bot.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where the configuration and the data are; with no configuration, the built-in demonstration runs. */
public record Installation(Optional<Path> configuration, Path data) {
    /** The file that is read when nothing else is said. */
    public static final Path USUAL = Path.of("backonline.yaml");

    /** The name of the setting that says which file; as an environment variable BACKONLINE_CONFIG. */
    public static final String CONFIGURATION = "backonline.config";

    /** The name of the setting that says which folder; as an environment variable BACKONLINE_DATA. */
    public static final String DATA = "backonline.data";

    /** {@code settings} knows properties, and environment variables by the names of properties. */
    public static Installation found(Function<String, Optional<String>> settings) {
        var named = settings.apply(CONFIGURATION).filter(path -> !path.isBlank()).map(Path::of);
        var usual = Optional.of(USUAL).filter(Files::exists);
        var data = settings.apply(DATA).filter(path -> !path.isBlank()).orElse("./data");
        return new Installation(named.or(() -> usual), Path.of(data));
    }

    public boolean isDemonstration() {
        return configuration.isEmpty();
    }
}
