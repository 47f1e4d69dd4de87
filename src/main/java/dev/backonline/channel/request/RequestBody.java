package dev.backonline.channel.request;

import dev.backonline.catalog.Secret;
import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.api.BodyFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The operator's template: variables are filled in when a post is prepared, secrets only when it is sent. */
record RequestBody(String template, BodyFormat format) {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    /** A character that Unicode keeps out of all text marks the place of a secret, so that no value can pass for one. */
    private static final String MARK = "\uFDD0";

    private static final Pattern MARKED = Pattern.compile(MARK + "\\{([a-z][a-z0-9-]*)}");

    /** The names of what a post has to tell. */
    static final Map<String, Function<Post, String>> VARIABLES = Map.of(
            "text", post -> post.message().text(),
            "language", post -> post.message().language().toLanguageTag(),
            "says", post -> post.message().saying().key(),
            "status", post -> post.incident().status().name().toLowerCase(Locale.ROOT),
            "page", post -> post.identity().name().in(post.message().language()),
            "url", post -> post.url().toString(),
            "incident", post -> post.incident().id().value(),
            "services", post -> post.incident().all().stream().map(post::name).collect(Collectors.joining(", ")),
            "time", post -> post.at().toString(),
            "key", Post::key);

    /** The names between braces. */
    List<String> names() {
        return VARIABLE.matcher(template)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** With all but the secrets, whose places are marked. */
    String prepared(Post post) {
        return filled(
                template,
                VARIABLE,
                name -> VARIABLES.containsKey(name)
                        ? format.escaped(VARIABLES.get(name).apply(post).replace(MARK, ""))
                        : "%s{%s}".formatted(MARK, name));
    }

    /** A secret that has left the file since leaves nothing, and so is refused by the service. */
    String sent(String prepared, Map<String, Secret> secrets) {
        return filled(
                prepared,
                MARKED,
                name -> Optional.ofNullable(secrets.get(name))
                        .map(secret -> format.escaped(secret.value()))
                        .orElse(""));
    }

    /** As it would be with a word in place of each variable. */
    String sample() {
        return filled(template, VARIABLE, _ -> "sample");
    }

    private static String filled(String text, Pattern pattern, Function<String, String> values) {
        return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
    }
}
