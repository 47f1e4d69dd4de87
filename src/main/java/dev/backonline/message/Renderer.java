package dev.backonline.message;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says something in one language, as long as it may be. Its templates were checked before; they are parsed once. */
public final class Renderer {
    private final Map<Locale, Language> languages;
    private final Map<Key, Template> templates;
    private final boolean dated;

    private record Key(Locale language, Saying saying, Size size) {}

    public Renderer(Collection<Language> languages) {
        this(new HashMap<>(), new HashMap<>(), false);
        var engine = Templates.engine();
        languages.forEach(language -> add(engine, language));
    }

    private Renderer(Map<Locale, Language> languages, Map<Key, Template> templates, boolean dated) {
        this.languages = languages;
        this.templates = templates;
        this.dated = dated;
    }

    /** The same with a last line that says when it was said: for a text that is kept up to date, whose place tells only when it began. */
    public Renderer dated() {
        return new Renderer(languages, templates, true);
    }

    private void add(Engine engine, Language language) {
        languages.put(language.locale(), language);
        language.wording()
                .templates()
                .forEach((saying, sizes) -> sizes.forEach(
                        (size, text) -> templates.put(new Key(language.locale(), saying, size), engine.parse(text))));
    }

    /** The text in this size, or in the long one where there is no other. */
    public String render(Locale language, Saying saying, Size size, Facts facts) {
        var template = template(language, saying, size)
                .or(() -> template(language, saying, Size.LONG))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no wording for '%s' in '%s'".formatted(saying.key(), language.toLanguageTag())));
        var phrases = new Phrases(spoken(language));
        var text = template.data(phrases.of(facts)).render().strip();
        return dated ? text + "\n" + spoken(language).word("updated").replace("{time}", phrases.now(facts)) : text;
    }

    /** The best text that fits: the long one, else the short one, else the short one without its optional parts. */
    public Optional<Message> fit(Locale language, Saying saying, Facts facts, Limit limit) {
        return candidates(language, saying, facts)
                .filter(limit::admits)
                .findFirst()
                .map(text -> new Message(saying, language, text));
    }

    /** The shortest that can be said, which did not fit if {@link #fit} gave nothing. */
    public String shortest(Locale language, Saying saying, Facts facts) {
        return render(language, saying, Size.SHORT, facts.essential());
    }

    private Stream<String> candidates(Locale language, Saying saying, Facts facts) {
        return Stream.concat(
                Stream.of(Size.LONG, Size.SHORT).map(size -> render(language, saying, size, facts)),
                Stream.of(shortest(language, saying, facts)));
    }

    private Optional<Template> template(Locale language, Saying saying, Size size) {
        return Optional.ofNullable(templates.get(new Key(language, saying, size)));
    }

    /** A language that can be spoken. */
    public Language spoken(Locale language) {
        var found = languages.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no language '%s'".formatted(language.toLanguageTag()));
        }
        return found;
    }
}
