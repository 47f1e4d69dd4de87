package dev.backonline.house;

import java.nio.file.Path;

/** Where the project's own files are. */
final class House {

    /** Maven tells it; an editor that runs a single test starts in it. */
    static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    static final Path MAIN = ROOT.resolve("src/main/java");
    static final Path TEST = ROOT.resolve("src/test/java");
    static final Path MAIN_CLASSES = ROOT.resolve("target/classes");
    static final Path TEST_CLASSES = ROOT.resolve("target/test-classes");

    private House() {}
}
