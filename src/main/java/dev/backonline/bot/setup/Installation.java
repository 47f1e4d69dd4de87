package dev.backonline.bot.setup;

import dev.backonline.check.Observation.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Where the configuration and the data are; with no configuration the built-in demonstration runs, on data of its own. */
public record Installation(Optional<Path> configuration, Path data) {
    /** The setting that says which file; as an environment variable BACKONLINE_CONFIG. */
    public static final String CONFIGURATION = "backonline.config";

    /** The setting that says which folder; as an environment variable BACKONLINE_DATA. */
    public static final String DATA = "backonline.data";

    /** The setting that says where this process is; as an environment variable BACKONLINE_LOCATION. */
    public static final String LOCATION = "backonline.location";

    /** The file that is read when nothing else is said. */
    private static final Path USUAL = Path.of("backonline.yaml");

    private static final Path USUAL_DATA = Path.of("data");

    /** {@code settings} knows properties, and environment variables by the names of properties. */
    public static Installation found(Function<String, Optional<String>> settings) {
        var named = named(settings, CONFIGURATION);
        var file = named.or(() -> Optional.of(USUAL).filter(Files::exists));
        var data = named(settings, DATA).orElse(USUAL_DATA);
        return new Installation(file, file.isPresent() ? data : temporary());
    }

    /** Where this process is; throws IllegalArgumentException, in whole sentences, if that is no name for it. */
    public static Location location(Function<String, Optional<String>> settings) {
        try {
            return settings.apply(LOCATION)
                    .filter(name -> !name.isBlank())
                    .map(Location::new)
                    .orElse(Location.HERE);
        } catch (IllegalArgumentException mistake) {
            throw new IllegalArgumentException("BACKONLINE_LOCATION: %s.".formatted(mistake.getMessage()), mistake);
        }
    }

    public boolean isDemonstration() {
        return configuration.isEmpty();
    }

    /** The same as settings, for those who read them from there. */
    public Map<String, String> settings() {
        return configuration
                .map(file -> Map.of(CONFIGURATION, file.toString(), DATA, data.toString()))
                .orElseGet(() -> Map.of(DATA, data.toString()));
    }

    private static Optional<Path> named(Function<String, Optional<String>> settings, String name) {
        return settings.apply(name).filter(path -> !path.isBlank()).map(Path::of);
    }

    /** A demonstration starts from nothing each time. */
    private static Path temporary() {
        var name = "backonline-demonstration-" + ProcessHandle.current().pid();
        return Path.of(System.getProperty("java.io.tmpdir"), name);
    }
}
