package dev.backonline.outbox;

import java.net.URI;
import java.util.Optional;

/** What a network calls the post that was made: its id there and, where there is one, its public address. */
public record Posted(String id, Optional<URI> link) {}
