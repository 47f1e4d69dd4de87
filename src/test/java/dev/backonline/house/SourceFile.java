package dev.backonline.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** One source file, parsed by the compiler but not resolved. */
record SourceFile(Path path, CompilationUnitTree unit, DocTrees docs) {

    /** Every Java file below a folder; none if there is no such folder. */
    static List<SourceFile> below(Path folder) throws IOException {
        var paths = javaFiles(folder);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(paths);
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, units);
            var docs = DocTrees.instance(task);
            var files = new ArrayList<SourceFile>();
            for (var unit : task.parse()) {
                files.add(new SourceFile(Path.of(unit.getSourceFile().toUri()), unit, docs));
            }
            return files;
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    boolean isPackageInfo() {
        return path.endsWith("package-info.java");
    }

    String packageName() {
        var name = unit.getPackageName();
        return name == null ? "" : name.toString();
    }

    List<ClassTree> topLevelTypes() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
    }

    /** The first sentence of a tree's documentation, or an empty text. */
    String sentence(Tree tree) {
        var comment = docs.getDocCommentTree(TreePath.getPath(unit, tree));
        return comment == null ? "" : comment.getFirstSentence().toString().strip();
    }

    long firstLine(Tree tree) {
        return line(docs.getSourcePositions().getStartPosition(unit, tree));
    }

    long lastLine(Tree tree) {
        return line(docs.getSourcePositions().getEndPosition(unit, tree));
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }

    /** What is wrong, in the form that editors turn into a link. */
    String complaint(Tree tree, String what) {
        return "%s:%d: %s".formatted(path, firstLine(tree), what);
    }
}
