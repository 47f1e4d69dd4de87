package dev.backonline.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds what is wrong with a template before anything is told with it. */
public final class TemplateCheck {
    private final Engine engine = Templates.engine();

    /** A mistake and where in the template it stands; both counted from 1. */
    public record Flaw(int line, int column, String message) {}

    public List<Flaw> check(String template) {
        try {
            var expressions = engine.parse(template).getExpressions();
            var flaws = new ArrayList<>(
                    expressions.stream().flatMap(TemplateCheck::unknown).toList());
            if (expressions.stream()
                    .flatMap(one -> Variable.find(one.toOriginalString()).stream())
                    .noneMatch(Variable::tellsOutagesApart)) {
                flaws.add(new Flaw(
                        1,
                        1,
                        "names none of {url}, {since} and {until}, so that two outages would read the same; "
                                + "networks refuse or confuse repeated texts"));
            }
            return flaws;
        } catch (TemplateException mistake) {
            return List.of(flaw(mistake));
        }
    }

    private static Stream<Flaw> unknown(Expression expression) {
        var name = expression.toOriginalString();
        if (expression.isLiteral() || Variable.find(name).isPresent()) {
            return Stream.empty();
        }
        var message = "names no public fact {%s}; known: %s".formatted(name, String.join(", ", Variable.keys()));
        return Stream.of(at(expression.getOrigin(), message));
    }

    private static Flaw flaw(TemplateException mistake) {
        var origin = mistake.getOrigin();
        var message = "is no template: " + firstSentence(mistake);
        return origin == null ? new Flaw(1, 1, message) : at(origin, message);
    }

    private static Flaw at(Origin origin, String message) {
        return new Flaw(Math.max(1, origin.getLine()), Math.max(1, origin.getLineCharacterStart()), message);
    }

    private static String firstSentence(TemplateException mistake) {
        var text = mistake.getMessage() == null ? "not readable" : mistake.getMessage();
        return text.lines().findFirst().orElse(text).replaceFirst("^Parser error[^:]*: ", "");
    }
}
