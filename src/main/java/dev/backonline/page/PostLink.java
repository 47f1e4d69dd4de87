package dev.backonline.page;

import java.net.URI;
import java.util.Locale;

/** Where a network shows the first post that was made of an incident: the channel's name, the post's language and address. */
public record PostLink(String channel, Locale language, URI link) {}
