package dev.backonline.page.web;

import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.ServiceAddress;
import dev.backonline.page.ServiceChapter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The documents about single services of a site that has too many of them to write all: each is written, once, when it is first
 * asked for, and those that were asked for last are kept. Its model never changes, so that all of them say the same. Safe for
 * several threads.
 */
final class Annex {
    /** Ours: some 20 kB each, in both codings. */
    static final int KEPT = 2_000;
    /** Ours: a fifth of a second's work; nobody waits longer than they would for the answer that there is too much of it. */
    static final int AWAITED = 500;

    /** Of a site that is whole without. */
    static final Annex NONE = new Annex(Optional.empty(), ServiceChapter.NONE, "", Runnable::run, Map.of());

    private final Optional<PageModel> model;
    private final ServiceChapter services;
    private final String policy;
    private final Executor writer;
    /** What the site before this one said, for the times of what did not change. */
    private final Map<String, Document> before;

    private final Map<String, CompletableFuture<Bundle>> written = new Recent();
    private final AtomicInteger awaited = new AtomicInteger();

    private Annex(
            Optional<PageModel> model,
            ServiceChapter services,
            String policy,
            Executor writer,
            Map<String, Document> before) {
        this.model = model;
        this.services = services;
        this.policy = policy;
        this.writer = writer;
        this.before = Map.copyOf(before);
    }

    /** That of the next site; {@code writer} is where it is written. */
    Annex next(PageModel newer, ServiceChapter chapter, Executor writer) {
        return new Annex(Optional.of(newer), chapter, newer.branding().contentSecurityPolicy(), writer, documents());
    }

    /** The address that a path is here; {@code reader} is the language of who asks. */
    Optional<ServiceAddress> find(String path, Supplier<String> reader) {
        return path.contains("/services/")
                ? model.flatMap(one -> ServiceAddress.of(path, one, Locale.forLanguageTag(reader.get())))
                : Optional.empty();
    }

    /** What is there, now or soon; empty: too much is waited for already. It never blocks. */
    Optional<CompletableFuture<Bundle>> ask(ServiceAddress address) {
        synchronized (written) {
            var known = written.get(key(address));
            if (known != null) {
                return Optional.of(known);
            }
            if (awaited.get() == AWAITED) {
                return Optional.empty();
            }
            awaited.incrementAndGet();
            var bundle = CompletableFuture.supplyAsync(() -> write(address), writer);
            written.put(key(address), bundle);
            return Optional.of(bundle);
        }
    }

    private Bundle write(ServiceAddress address) {
        awaited.decrementAndGet();
        var sheet = services.write(address)
                .orElseThrow(() -> new IllegalStateException("nothing is written at " + address.path()));
        var earlier = Optional.ofNullable(before.get(key(address)));
        var at = model.orElseThrow().at();
        var document = earlier.filter(sheet::says).orElseGet(() -> Document.of(sheet, at));
        return Bundle.of(document, policy, address.isNegotiated());
    }

    private Map<String, Document> documents() {
        var documents = new HashMap<String, Document>();
        synchronized (written) {
            written.forEach((key, bundle) -> {
                if (bundle.state() == CompletableFuture.State.SUCCESS) {
                    documents.put(key, bundle.resultNow().document());
                }
            });
        }
        return documents;
    }

    private static String key(ServiceAddress address) {
        return address.language().toLanguageTag() + " " + address.path();
    }

    /** The last that were asked for. */
    private static final class Recent extends LinkedHashMap<String, CompletableFuture<Bundle>> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Bundle>> eldest) {
            return size() > KEPT;
        }
    }
}
