package dev.backonline.channel.email;

import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.mime.PlainLetter;
import dev.backonline.outbox.Posted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One post as a letter to one address, with all that keeps it in its thread. */
record Letter(EmailSettings settings, String address, Post post) {
    String text() {
        var language = post.message().language();
        var parent = post.parent().map(Posted::id).stream().toList();
        var letter = new PlainLetter(post.at());
        letter.between(post.identity().name().in(language), settings.from(), address);
        letter.about(subject());
        letter.ids("Message-ID", List.of(at(post.key())));
        if (!parent.isEmpty()) {
            letter.ids("In-Reply-To", parent);
        }
        letter.ids(
                "References",
                Stream.concat(Stream.of(incident()), parent.stream()).toList());
        letter.ids("List-Id", List.of(host()));
        settings.unsubscribe().ifPresent(where -> letter.unsubscribe(where, address));
        return letter.saying(post.message().text(), language);
    }

    /** The incident has an id that no letter bears, so that they stay together even where the first one got lost. */
    private String incident() {
        return at("incident-" + post.incident().id().value());
    }

    private String at(String name) {
        return name.replaceAll("[^A-Za-z0-9-]", "-") + "@" + host();
    }

    /** The page's host; where it has none that may stand in a letter, that of the sender. */
    private String host() {
        return Optional.ofNullable(post.identity().url().getHost())
                .filter(host -> host.matches("[A-Za-z0-9.-]+"))
                .orElseGet(() -> settings.from().replaceFirst(".*@", ""));
    }

    /** The same for all letters of an incident, since many programs keep together what is called the same; an alarm is its own subject. */
    private String subject() {
        var language = post.message().language();
        var page = post.identity().name().in(language);
        return post.incident()
                .maintenance()
                .map(maintenance -> page + ": " + maintenance.title().in(language))
                .or(() -> post.incident().all().stream()
                        .findFirst()
                        .flatMap(id -> post.catalog().find(id))
                        .map(service -> page + ": " + service.name().in(language)))
                .orElseGet(() -> PlainLetter.cut(
                        post.message().text().lines().findFirst().orElse(page)));
    }
}
