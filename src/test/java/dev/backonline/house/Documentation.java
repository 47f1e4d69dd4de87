package dev.backonline.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must be said of every package and type: one sentence, and that there is no null. */
final class Documentation {

    /** Everything in the trees that lacks its sentence or its `package-info.java`, each as `file:line: what`. */
    static List<String> violations(Path... trees) throws IOException {
        var files = new ArrayList<SourceFile>();
        for (var tree : trees) {
            files.addAll(SourceFile.below(tree));
        }
        return Stream.of(silentTypes(files), silentPackages(files), missingPackageInfos(files))
                .flatMap(violations -> violations)
                .toList();
    }

    private static Stream<String> silentTypes(List<SourceFile> files) {
        return files.stream()
                .filter(file -> !isTest(file))
                .flatMap(file -> file.topLevelTypes().stream()
                        .filter(type -> !isSentence(file.sentence(type)))
                        .map(type ->
                                file.complaint(type, type.getSimpleName() + " lacks a sentence that says what it is")));
    }

    /** The names of a test's methods are its sentences. */
    private static boolean isTest(SourceFile file) {
        return file.path().toString().endsWith("Test.java")
                || file.path().toString().endsWith("IT.java");
    }

    private static Stream<String> silentPackages(List<SourceFile> files) {
        return files.stream().filter(SourceFile::isPackageInfo).flatMap(Documentation::packageComplaints);
    }

    private static Stream<String> packageComplaints(SourceFile file) {
        var declaration = file.unit().getPackage();
        var complaints = Stream.<String>builder();
        if (!isSentence(file.sentence(declaration))) {
            complaints.add(file.complaint(declaration, "the package lacks a sentence that says what it is for"));
        }
        if (declaration.getAnnotations().stream()
                .noneMatch(
                        annotation -> annotation.getAnnotationType().toString().endsWith("NullMarked"))) {
            complaints.add(file.complaint(declaration, "the package is not @NullMarked"));
        }
        return complaints.build();
    }

    /** A package that has both a program's and a test's part needs only one. */
    private static Stream<String> missingPackageInfos(List<SourceFile> files) {
        var covered = files.stream()
                .filter(SourceFile::isPackageInfo)
                .map(SourceFile::packageName)
                .collect(Collectors.toSet());
        return files.stream()
                .filter(file -> !covered.contains(file.packageName()))
                .collect(Collectors.toMap(SourceFile::packageName, file -> file, (first, second) -> first))
                .values()
                .stream()
                .map(file -> file.complaint(file.unit().getPackage(), "the package lacks a package-info.java"));
    }

    private static boolean isSentence(String text) {
        return text.endsWith(".");
    }

    private Documentation() {}
}
