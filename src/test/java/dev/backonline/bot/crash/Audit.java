package dev.backonline.bot.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.incident.Incident;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import dev.backonline.store.Store;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the networks created with what the engine believes, thread by thread, once all is settled. */
record Audit(Store store, Networks networks, List<String> names, String story) {
    private static final int MOST = 10_000;
    private static final List<List<String>> THREADS =
            List.of(List.of("problem", "still", "resolved"), List.of("problem", "resolved"), List.of("summary"));

    Figures figures() {
        var figures = new Figures();
        var incidents = store.incidents().newest(MOST).reversed();
        figures.count("incidents", incidents.size());
        for (var network : named(Crew.KEYED, Crew.LISTED, Crew.HOOK)) {
            incidents.forEach(incident -> told(network, incident, figures));
            nothingElse(network, incidents.size());
        }
        for (var network : named(Crew.HOLDING, Crew.RESENDING)) {
            incidents.forEach(incident -> blind(network, incident, figures));
        }
        return figures;
    }

    private List<String> named(String... some) {
        return List.of(some).stream().filter(names::contains).toList();
    }

    private List<Delivery> thread(String network, Incident incident) {
        return store.outbox().of(incident.id()).stream()
                .filter(one -> one.recipient().channel().value().equals(network))
                .toList();
    }

    private List<Networks.Post> posts(String network, Incident incident) {
        return networks.posts(network).stream()
                .filter(post -> post.text().endsWith(incident.id().value()))
                .toList();
    }

    /** Classes A, B and C: each once, in order, under its parent, and the last word is told. */
    private void told(String network, Incident incident, Figures figures) {
        var thread = thread(network, incident);
        var sent =
                thread.stream().filter(one -> one.state() == DeliveryState.SENT).toList();
        var posts = posts(network, incident);
        figures.count("created " + network, posts.size());
        var what = "%s, %s: %s; created: %s%n%s".formatted(network, incident.id(), brief(thread), posts, story);
        assertThat(thread)
                .as("nothing is held or given up: " + what)
                .extracting(Delivery::state)
                .isSubsetOf(DeliveryState.SENT, DeliveryState.SUPERSEDED);
        assertThat(ids(posts))
                .as("created is what was sent, once and in order: " + what)
                .isEqualTo(sentIds(sent));
        assertThat(words(posts)).as("a whole thread: " + what).isIn(THREADS);
        if (!network.equals(Crew.HOOK)) {
            threaded(posts, what);
        }
    }

    private static void threaded(List<Networks.Post> posts, String what) {
        var parent = Optional.<String>empty();
        for (var post : posts) {
            assertThat(post.parent())
                    .as("each replies to the one before: " + what)
                    .isEqualTo(parent);
            parent = Optional.of(post.id());
        }
    }

    private void nothingElse(String network, int incidents) {
        var texts = networks.posts(network).stream()
                .map(post -> post.text().substring(post.text().lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(texts).as("%s%n%s", network, story).hasSize(incidents);
    }

    /** Class D: as its policy says; what may be missing or doubled is shown. */
    private void blind(String network, Incident incident, Figures figures) {
        var thread = thread(network, incident);
        var posts = posts(network, incident);
        figures.count("created " + network, posts.size());
        for (var delivery : thread) {
            figures.count("%s %s".formatted(delivery.state(), network), 1);
        }
        for (var text : texts(thread)) {
            var same = thread.stream().filter(one -> isOf(text, one)).toList();
            var created =
                    posts.stream().filter(post -> post.text().equals(text)).count();
            var what = "%s, %s: %s; created: %s%n%s".formatted(network, text, brief(thread), posts, story);
            var sent = count(same, DeliveryState.SENT);
            assertThat(created).as(what).isBetween(sent, most(network, same));
            figures.count("doubled " + network, (int) Math.max(0, created - sent - count(same, DeliveryState.HELD)));
            figures.count("missing " + network, created == 0 ? (int) count(same, DeliveryState.HELD) : 0);
        }
        assertThat(thread)
                .as("told, or shown: " + brief(thread) + story)
                .extracting(Delivery::state)
                .isSubsetOf(DeliveryState.SENT, DeliveryState.HELD, DeliveryState.SUPERSEDED);
        assertThat(words(certain(posts, thread)))
                .as("in order: " + brief(thread) + story)
                .isSortedAccordingTo(this::byTime);
    }

    /**
     * Without those that an owner may have created that stood still between its last look at the clock and the socket: where it
     * woke up after others had gone on, such a post is held here, was given up for a newer one, or comes a second time.
     */
    private static List<Networks.Post> certain(List<Networks.Post> posts, List<Delivery> thread) {
        var sent =
                thread.stream().filter(one -> one.state() == DeliveryState.SENT).toList();
        var seen = new HashSet<String>();
        return posts.stream()
                .filter(post -> sent.stream().anyMatch(one -> isOf(post.text(), one)) && seen.add(post.text()))
                .toList();
    }

    private static Set<String> texts(List<Delivery> thread) {
        return thread.stream()
                .flatMap(one -> one.frozen().stream())
                .map(Frozen::text)
                .collect(Collectors.toSet());
    }

    private static boolean isOf(String text, Delivery delivery) {
        return delivery.frozen().map(Frozen::text).filter(text::equals).isPresent();
    }

    private static long count(List<Delivery> thread, DeliveryState state) {
        return thread.stream().filter(one -> one.state() == state).count();
    }

    /** Held: each at most once. Sent again: at most as often as it was tried. */
    private static long most(String network, List<Delivery> same) {
        return network.equals(Crew.HOLDING)
                ? count(same, DeliveryState.SENT) + count(same, DeliveryState.HELD)
                : same.stream().mapToLong(Delivery::attempts).sum();
    }

    private int byTime(String one, String other) {
        var order = List.of("problem", "still", "resolved", "summary");
        return Integer.compare(order.indexOf(one), order.indexOf(other));
    }

    private static List<String> ids(List<Networks.Post> posts) {
        return posts.stream().map(Networks.Post::id).toList();
    }

    private static List<String> sentIds(List<Delivery> sent) {
        return sent.stream()
                .map(one -> one.posted().map(Posted::id).orElse("none"))
                .toList();
    }

    private static List<String> words(List<Networks.Post> posts) {
        return posts.stream()
                .map(post -> post.text().substring(0, post.text().indexOf(' ')))
                .toList();
    }

    private static List<String> brief(List<Delivery> thread) {
        return thread.stream()
                .map(one -> "%d %s %s attempts=%d posted=%s note=%s"
                        .formatted(
                                one.update(),
                                one.state(),
                                one.frozen()
                                        .map(frozen -> frozen.saying().key())
                                        .orElse("-"),
                                one.attempts(),
                                one.posted().map(Posted::id).orElse("-"),
                                one.note()))
                .toList();
    }
}
