package dev.backonline.channel.zulip;

import dev.backonline.channel.Channel.Post;

/** The topic of one incident: what it is about, and its id, so that two troubles of one service are two topics. */
record Topic(String name) {
    /** zulip.com, api, send-message: {@code max_topic_length}, in code points; what is longer is cut. */
    private static final int LONGEST = 60;

    private static final String BETWEEN = " · ";

    /** The same for all posts of an incident in one language: named by the service that it began with, or the maintenance. */
    static Topic of(Post post) {
        var end = BETWEEN + post.incident().id().value();
        return new Topic(cut(about(post), LONGEST - end.length()) + end);
    }

    /** An alarm is of no service: the bot itself speaks of it. */
    private static String about(Post post) {
        var language = post.message().language();
        return post.incident()
                .maintenance()
                .map(maintenance -> maintenance.title().in(language))
                .or(() -> post.incident().all().stream().findFirst().map(post::name))
                .orElseGet(() -> post.identity().name().in(language))
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
    }

    private static String cut(String name, int most) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most - 1)).strip() + "…";
    }
}
