package dev.backonline.channel;

import dev.backonline.catalog.Secret;
import java.time.Instant;

/**
 * What a network has given us in place of what the file says, for a time. {@code access} opens the door until {@code expires},
 * {@code refresh} is traded for the next ones; {@code origin} is a digest of what the file said when they were given, so that what
 * was written into the file since then wins.
 */
public record Credentials(Secret access, Secret refresh, Instant expires, String origin) {}
