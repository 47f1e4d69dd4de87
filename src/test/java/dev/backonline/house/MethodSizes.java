package dev.backonline.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Finds the methods and records of one file that are larger than rule 12 of docs/STYLE.md allows. */
final class MethodSizes extends TreePathScanner<Void, SourceFile> {

    private static final int LINES = 30;
    private static final int PARAMETERS = 5;

    /** A record lists facts; nobody has to remember what its fifth one does. */
    private static final int COMPONENTS = 12;

    private final List<String> violations = new ArrayList<>();

    static List<String> violations(SourceFile file) {
        var sizes = new MethodSizes();
        sizes.scan(file.unit(), file);
        return sizes.violations;
    }

    @Override
    public Void visitMethod(MethodTree method, SourceFile file) {
        var body = method.getBody();
        if (body != null) {
            var lines = file.lastLine(body) - file.firstLine(body) + 1;
            check(file, method, method.getName() + ": %d lines, at most %d", lines, LINES);
        }
        if (!constructsRecord(method)) {
            var parameters = method.getParameters().size();
            check(file, method, method.getName() + ": %d parameters, at most %d", parameters, PARAMETERS);
        }
        return super.visitMethod(method, file);
    }

    @Override
    public Void visitClass(ClassTree type, SourceFile file) {
        if (type.getKind() == Tree.Kind.RECORD) {
            check(file, type, type.getSimpleName() + ": %d components, at most %d", components(type), COMPONENTS);
        }
        return super.visitClass(type, file);
    }

    private boolean constructsRecord(MethodTree method) {
        var owner = getCurrentPath().getParentPath().getLeaf();
        return owner.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
    }

    /** A record has no fields of its own but static ones; what is left are its components. */
    private static long components(ClassTree type) {
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .count();
    }

    private void check(SourceFile file, Tree tree, String what, long size, int limit) {
        if (size > limit) {
            violations.add(file.complaint(tree, what.formatted(size, limit)));
        }
    }

    private MethodSizes() {}
}
