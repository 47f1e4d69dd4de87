package dev.backonline.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Source code that exists only within a test: written to a folder, and compiled if asked. */
final class Snippets {

    private static final Pattern PACKAGE = Pattern.compile("package ([a-z.]+);");
    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    private final Path folder;

    Snippets(Path folder) {
        this.folder = folder;
    }

    /** No classes at all. */
    static JavaClasses nothing() {
        return new ClassFileImporter().importClasses(List.of());
    }

    /** Writes a source to the path that its package and its first type ask for. */
    Path write(String source) throws IOException {
        var type = find(TYPE, source);
        var file = folder.resolve(find(PACKAGE, source).replace('.', '/')).resolve(type + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, source);
    }

    JavaClasses compile(List<String> sources) throws IOException {
        var files = new ArrayList<Path>();
        for (var source : sources) {
            files.add(write(source));
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        var classes = Files.createDirectories(folder.resolve("classes"));
        var options = List.of("-proc:none", "-d", classes.toString());
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!compiler.getTask(null, manager, null, options, null, units).call()) {
                throw new IllegalArgumentException("does not compile: " + sources);
            }
        }
        return new ClassFileImporter().importPath(classes);
    }

    private static String find(Pattern pattern, String source) {
        var matcher = pattern.matcher(source);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no '%s' in: %s".formatted(pattern, source));
        }
        return matcher.group(1);
    }
}
