package dev.backonline.bot.operation;

import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.message.Size;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Posted;
import dev.backonline.outbox.Recipient;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.page.PageModel;
import dev.backonline.page.Planned;
import dev.backonline.page.PostLink;
import dev.backonline.page.UpdateText;
import dev.backonline.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Gathers what the page shows, and has it shown; reads the incidents only when they have changed. Blocks on the database. */
final class Display implements AutoCloseable {
    /** Ours: how late the page shows what is no news, such as a service seen for the first time. */
    private static final Duration SHOW_EVERY = Duration.ofSeconds(1);
    /** Ours: how far back the page and the feeds reach; Statuspage's incidents.json has 50. */
    private static final int INCIDENTS = 50;

    private final BotConfig config;
    private final Tools tools;
    private final Sources sources;
    private final Installation installation;
    private final UpdateText texts;
    private final Shift showing;
    private final AtomicBoolean changed = new AtomicBoolean(true);
    private volatile Stories stories = new Stories(List.of(), Map.of());

    /** The incidents as they were last read, and where they were posted. */
    private record Stories(List<Incident> incidents, Map<IncidentId, List<PostLink>> posts) {}

    /** What is shown of now, of what is planned, and of the past. */
    record Sources(Watch watch, Upkeep upkeep, Archive archive) {}

    /** {@code page} is given what to show. */
    Display(BotConfig config, Tools tools, Sources sources, Installation installation, Consumer<PageModel> page) {
        this.config = config;
        this.tools = tools;
        this.sources = sources;
        this.installation = installation;
        this.texts = texts(config);
        this.showing = new Shift("page", () -> show(page), tools.clock().nanos());
    }

    private static UpdateText texts(BotConfig config) {
        var reporter = new Reporter(config.identity(), config.catalog());
        var renderer = new Renderer(config.languages().values());
        return (incident, update, language) -> renderer.render(
                language,
                Saying.of(update.transition()),
                Size.LONG,
                reporter.facts(incident, update, language, update.at()));
    }

    /** An incident has news, or a post an address. */
    void changed() {
        changed.set(true);
        showing.ring();
    }

    void open() {
        showing.resting().openApart();
    }

    private Duration show(Consumer<PageModel> page) {
        page.accept(model(tools.clock().now()));
        return SHOW_EVERY;
    }

    private PageModel model(Instant now) {
        refresh();
        return new PageModel(
                config.identity(),
                config.languages(),
                texts,
                config.catalog(),
                states(stories.incidents(), now),
                stories.incidents(),
                stories.posts(),
                planned(now),
                now,
                installation.isDemonstration(),
                sources.archive().past(),
                config.branding());
    }

    /** Waits for what is being shown: another one may show next. */
    void end(Duration atMost) {
        showing.end(atMost);
    }

    @Override
    public void close() {
        showing.close();
    }

    private void refresh() {
        if (changed.getAndSet(false)) {
            try {
                var incidents = tools.store().incidents().newest(INCIDENTS);
                stories = new Stories(incidents, posts(incidents));
            } catch (StoreUnavailable unavailable) {
                changed.set(true);
                throw unavailable;
            }
        }
    }

    private List<Planned> planned(Instant now) {
        return sources.upkeep().known().stream()
                .map(one -> new Planned(one, one.stage(now)))
                .toList();
    }

    /**
     * A service's state is what was told of it; while nothing is told, it is well as soon as it was seen well once. Maintenance covers
     * what is well or not known, and no trouble that is told.
     */
    private Map<ServiceId, ServiceState> states(List<Incident> incidents, Instant now) {
        var states = new LinkedHashMap<ServiceId, ServiceState>();
        sources.watch()
                .verdicts(verdict -> !(verdict instanceof Verdict.Unknown))
                .keySet()
                .forEach(service -> states.put(service, ServiceState.OPERATIONAL));
        sources.upkeep().known().stream()
                .filter(one -> one.stage(now) == Maintenance.Stage.IN_PROGRESS)
                .flatMap(one -> one.services().stream())
                .forEach(service -> states.put(service, ServiceState.UNDER_MAINTENANCE));
        incidents.stream()
                .filter(Incident::isOpen)
                .flatMap(incident -> incident.services().stream())
                .forEach(involved -> states.merge(involved.service(), involved.state(), ServiceState::worst));
        return states;
    }

    private Map<IncidentId, List<PostLink>> posts(List<Incident> incidents) {
        return incidents.stream().collect(Collectors.toMap(Incident::id, this::posts));
    }

    /** The first post of each thread, where its network gives it an address. */
    private List<PostLink> posts(Incident incident) {
        var firsts = new LinkedHashMap<Recipient, PostLink>();
        for (var delivery : tools.store().outbox().of(incident.id())) {
            link(delivery, firsts);
        }
        return List.copyOf(firsts.values());
    }

    private static void link(Delivery delivery, Map<Recipient, PostLink> firsts) {
        var recipient = delivery.recipient();
        delivery.posted()
                .flatMap(Posted::link)
                .ifPresent(link -> firsts.putIfAbsent(
                        recipient, new PostLink(recipient.channel().value(), recipient.language(), link)));
    }
}
