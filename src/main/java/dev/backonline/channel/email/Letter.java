package dev.backonline.channel.email;

import dev.backonline.channel.Channel.Post;
import dev.backonline.outbox.Posted;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** One post as a letter to one address (RFC 5322), with all that keeps it in its thread and from being answered by machines. */
record Letter(EmailSettings settings, String address, Post post) {
    private static final Pattern ID = Pattern.compile("(?m)^Message-ID: <([^>\\r\\n]+)>");

    /** RFC 5322, 2.1.1 asks for lines of at most 78 characters. */
    private static final int LONGEST_SUBJECT = 78;

    /** The id under which a letter that was written is known everywhere. */
    static String id(String text) {
        var id = ID.matcher(text);
        return id.find() ? id.group(1) : "";
    }

    String text() {
        var language = post.message().language();
        var name = Encoded.name(post.identity().name().in(language));
        var lines = new ArrayList<>(List.of(
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(post.at().atOffset(ZoneOffset.UTC)),
                "From: %s <%s>".formatted(name, settings.from()),
                "To: <%s>".formatted(address),
                "Subject: " + Encoded.subject(subject()),
                "Message-ID: <%s>".formatted(at(post.key()))));
        post.parent().map(Posted::id).ifPresent(parent -> lines.add("In-Reply-To: <%s>".formatted(parent)));
        lines.add("References: " + references());
        lines.add("List-Id: <%s>".formatted(host()));
        unsubscribe().ifPresent(lines::addAll);
        lines.addAll(List.of(
                "Auto-Submitted: auto-generated",
                "Content-Language: " + language.toLanguageTag(),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: quoted-printable",
                ""));
        return String.join("\r\n", lines) + "\r\n" + Encoded.body(post.message().text());
    }

    /** The incident has an id that no letter bears, so that they stay together even where the first one got lost. */
    private String references() {
        var incident = "<%s>".formatted(at("incident-" + post.incident().id().value()));
        return post.parent()
                .map(parent -> "%s\r\n <%s>".formatted(incident, parent.id()))
                .orElse(incident);
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
                .orElseGet(() -> cut(post.message().text().lines().findFirst().orElse(page)));
    }

    private static String cut(String line) {
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    /** RFC 2369; RFC 8058 for a press of one button. */
    private Optional<List<String>> unsubscribe() {
        return settings.unsubscribe()
                .map(where -> where.replace("{address}", URLEncoder.encode(address, StandardCharsets.UTF_8)))
                .map(where -> where.startsWith("https:")
                        ? List.of(
                                "List-Unsubscribe: <%s>".formatted(where),
                                "List-Unsubscribe-Post: List-Unsubscribe=One-Click")
                        : List.of("List-Unsubscribe: <%s>".formatted(where)));
    }
}
