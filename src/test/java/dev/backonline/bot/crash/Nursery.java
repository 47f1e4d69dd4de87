package dev.backonline.bot.crash;

import dev.backonline.store.Dialect;
import dev.backonline.store.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

/**
 * What lets hundreds of lives begin sooner: a cache of the classes that one of them has loaded (JEP 483), made once for all tests of a
 * process. Such a cache wants a class path of jars alone. Without it lives are only slower.
 */
record Nursery(String classPath, Path cache) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The one of this process, made when it is first asked for. */
    static Nursery ready() {
        return Holder.MADE;
    }

    private static final class Holder {
        private static final Nursery MADE = made();
    }

    private static Nursery made() {
        try {
            var folder = Files.createTempDirectory("nursery");
            var nursery = new Nursery(jars(folder), folder.resolve("lives.aot"));
            nursery.train(folder);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> remove(folder)));
            return nursery;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a life is started with. */
    List<String> options() {
        return List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off", "-cp", classPath);
    }

    private void train(Path folder) throws IOException {
        var time = new FastTime(Instant.now(), CrashHistory.SPEED);
        try (var networks = new Networks(time::now);
                var database = TestDatabase.embedded(Files.createDirectory(folder.resolve("data")))) {
            var told = new LinkedHashMap<String, String>();
            told.put("url", database.url());
            told.put("dialect", Dialect.EMBEDDED.name());
            told.put("directory", folder.toString());
            told.put("began", Long.toString(time.began().toEpochMilli()));
            told.put("speed", Integer.toString(CrashHistory.SPEED));
            told.put("owner", "trained");
            networks.addresses().forEach((name, address) -> told.put(name, address.toString()));
            var options = List.of("-XX:AOTCacheOutput=" + cache, "-cp", classPath);
            try (var life = Life.started(options, told, folder.resolve("training.log"))) {
                life.begin().tell("finish").await(line -> line.startsWith("settled"), PATIENCE);
                life.leave(PATIENCE);
            }
        }
    }

    private static String jars(Path folder) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))) {
            var path = Path.of(entry);
            if (Files.isDirectory(path)) {
                entries.add(jar(path, folder.resolve(entries.size() + ".jar")).toString());
            } else if (Files.exists(path)) {
                entries.add(entry);
            }
        }
        return entries.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes, Path jar) throws IOException {
        try (var files = Files.walk(classes);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(0);
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException left) {
            System.err.println("what lives were started from is left over: " + left);
        }
    }
}
