package dev.backonline.channel.webhook;

import dev.backonline.channel.Channel.Post;
import dev.backonline.channel.cloudevents.IncidentEvent;
import dev.backonline.channel.statuspage.StatuspageNotice;

/** What a receiver understands. */
public enum Shape {
    /** CloudEvents with everything that is public, in all languages. */
    EVENTS("application/cloudevents+json") {
        @Override
        String body(Post post) {
            return new IncidentEvent(post).json();
        }
    },
    /** What Statuspage sends to those who subscribe to an incident, in the page's first language. */
    STATUSPAGE("application/json") {
        @Override
        String body(Post post) {
            return new StatuspageNotice(post).json();
        }
    };

    private final String contentType;

    Shape(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    abstract String body(Post post);
}
