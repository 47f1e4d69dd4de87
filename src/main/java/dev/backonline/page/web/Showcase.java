package dev.backonline.page.web;

import dev.backonline.page.PageModel;
import dev.backonline.page.Site;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Holds the site that is served, and swaps it at once for a newer one. Until the first is shown, it is the one kept on disk. */
@Singleton
public class Showcase {
    private static final Logger LOG = Logger.getLogger(Showcase.class);

    private final StatusPage page = new StatusPage();
    private final SnapshotFile file;
    private final AtomicReference<Shelf> shelf = new AtomicReference<>(Shelf.EMPTY);
    private final AtomicReference<Optional<PageModel>> shown = new AtomicReference<>(Optional.empty());
    private final ReentrantLock rendering = new ReentrantLock();
    private final List<Consumer<Shelf>> followers = new CopyOnWriteArrayList<>();
    /** One: what is asked for never takes more than one processor from the checks. */
    private final Executor writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("page-writer").daemon().factory());

    @Inject
    public Showcase(@ConfigProperty(name = "backonline.data", defaultValue = "./data") Path data) {
        file = new SnapshotFile(data.resolve("page.snapshot"));
        kept().map(Shelf::of).ifPresent(shelf::set);
    }

    /** What is served now; empty at the very first start, until something is shown. */
    public Optional<Site> site() {
        return Optional.of(shelf.get().site()).filter(one -> !one.documents().isEmpty());
    }

    /** The same, ready to be sent. */
    Shelf shelf() {
        return shelf.get();
    }

    /** {@code follower} is called with every newer site as soon as it is served, on the thread that rendered it; it must not block. */
    void follow(Consumer<Shelf> follower) {
        followers.add(follower);
    }

    /** Renders and serves it, unless it says what is already shown. Blocks on rendering and on the disk. */
    public void show(PageModel model) {
        rendering.lock();
        try {
            if (shown.get().filter(model::saysTheSameAs).isEmpty()) {
                var before = shelf.get();
                var site = page.render(model, before.site());
                shelf.set(before.next(site, annex(model, before)));
                shown.set(Optional.of(model));
                followers.forEach(follower -> follower.accept(shelf.get()));
                keep(site);
            }
        } finally {
            rendering.unlock();
        }
    }

    /** Whether it is still the site that was found on disk. */
    boolean isOld() {
        return shown.get().isEmpty();
    }

    private Annex annex(PageModel model, Shelf before) {
        return model.isVast() ? before.annex().next(model, page.services(model, before.site()), writer) : Annex.NONE;
    }

    private void keep(Site rendered) {
        try {
            file.write(rendered);
        } catch (IOException failed) {
            LOG.warnf("The page is served but could not be kept on disk. reason=%s", failed);
        }
    }

    private Optional<Site> kept() {
        try {
            return file.read().map(Site::aged);
        } catch (IOException | RuntimeException failed) {
            LOG.warnf(
                    "The page that was kept on disk could not be read; it is served once it is rendered. reason=%s",
                    failed);
            return Optional.empty();
        }
    }
}
