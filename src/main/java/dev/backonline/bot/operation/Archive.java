package dev.backonline.bot.operation;

import dev.backonline.bot.history.Archivist;
import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.verdict.Verdict;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Recorder;
import dev.backonline.verdict.history.Yearbook;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Remembers how the services were. Notes are taken in memory; a shift of its own files them once a minute, so that neither a check nor a
 * delivery waits for it, and a database that is away costs nothing but the history of a long absence.
 */
final class Archive implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Archive.class);
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration AT_LATEST = Duration.ofMinutes(2);

    private final Tools tools;
    private final Watch watch;
    private final Upkeep upkeep;
    private final Recorder recorder;
    private final Archivist archivist;
    private final Shift beating;
    private final Shift filing;

    /** {@code past} is shown until it is looked up. */
    Archive(BotConfig config, Tools tools, Watch watch, Upkeep upkeep, Map<ServiceId, Past> past) {
        this.tools = tools;
        this.watch = watch;
        this.upkeep = upkeep;
        var checks = new LinkedHashMap<ServiceId, List<CheckId>>();
        config.services()
                .forEach(plan -> checks.put(
                        plan.service().id(),
                        plan.checks().stream().map(CheckPlan::id).toList()));
        var zone = config.identity().zone();
        this.recorder = new Recorder(checks.keySet(), tools.clock().now());
        // A name for each life of a process: what an earlier one wrote in the same minute stays beside it.
        var writer = UUID.randomUUID().toString();
        this.archivist = new Archivist(
                recorder,
                new Yearbook(zone, checks),
                new Archivist.Means(tools.store().history(), config.retention(), zone, writer),
                past);
        this.beating = new Shift("recorder", this::beat, tools.clock().nanos());
        this.filing = new Shift("history", this::file, tools.clock().nanos());
    }

    void open() {
        filing.openApart();
        beating.openApart();
    }

    /** Called for every answer, on the observing thread. */
    void heard(Observation observation) {
        recorder.heard(observation);
    }

    /** What counts is the confirmed verdict, not the single answer: its state, since when it is so. */
    private void judge(Instant now) {
        var maintained = upkeep.known().stream()
                .filter(one -> one.stage(now) == Maintenance.Stage.IN_PROGRESS)
                .flatMap(one -> one.services().stream())
                .collect(Collectors.toSet());
        var news = watch.verdicts(verdict -> !recorder.state(verdict.service()).equals(counted(verdict, maintained)));
        for (var verdict : news.values()) {
            recorder.became(verdict.service(), counted(verdict, maintained), verdict.since(), now);
            archivist.news();
        }
    }

    private Optional<ServiceState> counted(Verdict verdict, Set<ServiceId> maintained) {
        return maintained.contains(verdict.service())
                ? maintained(verdict, recorder.state(verdict.service()))
                : verdict.state();
    }

    /** Trouble that a maintenance found goes on until it is over, as does what was told of it; any other is expected. */
    static Optional<ServiceState> maintained(Verdict verdict, Optional<ServiceState> before) {
        var goesOn = verdict instanceof Verdict.Trouble
                && before.filter(ServiceState::isTrouble).isPresent();
        return goesOn ? verdict.state() : Optional.of(ServiceState.UNDER_MAINTENANCE);
    }

    /** What the page shows: the same map as long as there is nothing new in it. */
    Map<ServiceId, Past> past() {
        return archivist.past();
    }

    private Duration beat() {
        var now = tools.clock().now();
        judge(now);
        if (recorder.beat(now)) {
            filing.ring();
        }
        return BEAT;
    }

    private Duration file() {
        archivist.file(tools.clock().now());
        var lost = recorder.givenUp();
        if (lost > 0) {
            LOG.warnf("History could not be written for too long, and a part of it is given up pieces=%d", lost);
        }
        return AT_LATEST;
    }

    /** The minute that is under way is kept too, if the database is there. */
    @Override
    public void close() {
        beating.close();
        filing.close();
        judge(tools.clock().now());
        recorder.end(tools.clock().now());
        try {
            archivist.write();
        } catch (StoreUnavailable away) {
            LOG.warnf("The last minutes of history could not be written reason=\"%s\"", away.getMessage());
        }
    }
}
