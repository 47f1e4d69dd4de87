package dev.backonline.channel.github;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.catalog.ServiceId;
import dev.backonline.channel.Channel.Post;
import java.util.List;
import java.util.stream.Collectors;

/** One post as an issue, or as a comment on the one of its incident. */
record IssueText(Post post, List<String> labels) {
    /** Unconfirmed, from the error that GitHub gives: the longest title, in UTF-16 units to be on the safe side. */
    private static final int LONGEST_TITLE = 256;

    String json() {
        var body = JsonNodeFactory.instance.objectNode();
        if (post.parent().isEmpty()) {
            body.put("title", title());
            var named = body.putArray("labels");
            labels.forEach(named::add);
        }
        body.put(
                "body",
                new IssueMark(post.key())
                        .behind(GitHubText.escaped(post.message().text())));
        return body.toString();
    }

    /** Of a maintenance its title, of trouble the names of the services; an alarm is of none, and says itself what it is about. */
    private String title() {
        var title = GitHubText.title(post.incident().isAlarm() ? post.message().text() : about());
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private String about() {
        return post.incident()
                .maintenance()
                .map(maintenance -> maintenance.title().in(post.message().language()))
                .orElseGet(() -> post.incident().all().stream().map(this::name).collect(Collectors.joining(", ")));
    }

    /** A service that has left the file keeps its id. */
    private String name(ServiceId service) {
        return post.catalog()
                .find(service)
                .map(one -> one.name().in(post.message().language()))
                .orElse(service.value());
    }
}
