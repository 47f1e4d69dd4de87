package dev.backonline.message;

import java.util.Locale;

/** What is said, in one language, as plain text: a network's markup is applied to all of it by its channel, never in between. */
public record Message(Saying saying, Locale language, String text) {}
