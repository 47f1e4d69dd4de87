package dev.backonline.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How large files and packages may be, after rule 12 of docs/STYLE.md. */
record Sizes(int fileLines, int packageFiles) {

    static final Sizes OF_THE_PROGRAM = new Sizes(200, 15);

    /** A table of cases may be long, and fakes and fixtures live beside the tests that need them. */
    static final Sizes OF_THE_TESTS = new Sizes(400, 30);

    /** Everything below a folder that is too large, each as `file:line: what`. */
    List<String> violations(Path folder) throws IOException {
        var files = SourceFile.below(folder);
        var violations = new ArrayList<String>(crowdedPackages(files));
        for (var file : files) {
            violations.addAll(tooLong(file.path(), fileLines));
            violations.addAll(MethodSizes.violations(file));
        }
        return violations;
    }

    /** A complaint if the file is there and has more lines than it may. */
    static List<String> tooLong(Path file, int limit) throws IOException {
        var lines = Files.exists(file) ? Files.readAllLines(file).size() : 0;
        return lines <= limit
                ? List.of()
                : List.of("%s:%d: %d lines, at most %d".formatted(file, limit + 1, lines, limit));
    }

    private List<String> crowdedPackages(List<SourceFile> files) {
        var sizes = files.stream()
                .filter(file -> !file.isPackageInfo())
                .collect(groupingBy(file -> file.path().resolveSibling("package-info.java"), counting()));
        return sizes.entrySet().stream()
                .filter(size -> size.getValue() > packageFiles)
                .map(size -> "%s:1: %d files in the package, at most %d"
                        .formatted(size.getKey(), size.getValue(), packageFiles))
                .sorted()
                .toList();
    }
}
