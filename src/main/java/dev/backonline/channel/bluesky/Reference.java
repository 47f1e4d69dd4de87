package dev.backonline.channel.bluesky;

import dev.backonline.outbox.Posted;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a post is ({@code uri}), and its content's hash ({@code cid}). A reply names those of its parent and those of the post that
 * the thread began with, so all four are kept in the id of a delivery: {@code uri cid}, and {@code root-uri root-cid} after them if
 * the post is itself a reply. None of the four has a space in it.
 */
record Reference(String uri, String cid) {
    private static final Pattern POST =
            Pattern.compile("at://(did:[a-z]+:[A-Za-z0-9._:%-]+)/([a-z.]+)/([A-Za-z0-9._:~-]+)");

    private static final Pattern HASH = Pattern.compile("[A-Za-z0-9]+");

    /** Empty unless both look like what they should be. */
    static Optional<Reference> of(String uri, String cid) {
        return POST.matcher(uri).matches() && HASH.matcher(cid).matches()
                ? Optional.of(new Reference(uri, cid))
                : Optional.empty();
    }

    /** What a reply must name. */
    record Conversation(Reference root, Reference parent) {
        /** Empty for an id that is not ours; then the post stands alone. */
        static Optional<Conversation> after(Posted posted) {
            var parts = posted.id().split(" ", -1);
            return switch (parts.length) {
                case 2 -> Reference.of(parts[0], parts[1]).map(first -> new Conversation(first, first));
                case 4 ->
                    Reference.of(parts[0], parts[1])
                            .flatMap(parent ->
                                    Reference.of(parts[2], parts[3]).map(root -> new Conversation(root, parent)));
                default -> Optional.empty();
            };
        }
    }

    /** As the delivery remembers it; {@code thread} is what it replied to. */
    Posted posted(Optional<Conversation> thread) {
        var id = thread.map(Conversation::root)
                .map(root -> "%s %s %s %s".formatted(uri, cid, root.uri(), root.cid()))
                .orElseGet(() -> "%s %s".formatted(uri, cid));
        return new Posted(id, Optional.of(link()));
    }

    private URI link() {
        var parts = POST.matcher(uri).results().findFirst().orElseThrow();
        return URI.create("https://bsky.app/profile/%s/post/%s".formatted(parts.group(1), parts.group(3)));
    }
}
