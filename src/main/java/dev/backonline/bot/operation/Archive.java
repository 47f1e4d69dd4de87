package dev.backonline.bot.operation;

import dev.backonline.bot.history.Archivist;
import dev.backonline.catalog.ServiceId;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.config.BotConfig;
import dev.backonline.config.CheckPlan;
import dev.backonline.outbox.StoreUnavailable;
import dev.backonline.verdict.Verdict;
import dev.backonline.verdict.history.Almanac;
import dev.backonline.verdict.history.Past;
import dev.backonline.verdict.history.Recorder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Remembers how the services were. Notes are taken in memory; a shift of its own files them once a minute, so that neither a check nor a
 * delivery waits for it, and a database that is away costs nothing but the history of a long absence.
 */
final class Archive implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Archive.class);
    /** Until a process can be told its place. */
    private static final String LOCATION = "here";

    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration AT_LATEST = Duration.ofMinutes(2);

    private final Tools tools;
    private final Recorder recorder;
    private final Archivist archivist;
    private final Shift beating;
    private final Shift filing;

    Archive(BotConfig config, Tools tools) {
        this.tools = tools;
        var checks = new LinkedHashMap<ServiceId, List<CheckId>>();
        config.services()
                .forEach(plan -> checks.put(
                        plan.service().id(),
                        plan.checks().stream().map(CheckPlan::id).toList()));
        var zone = config.identity().zone();
        this.recorder = new Recorder(LOCATION, checks.keySet(), tools.clock().now());
        // A name for each life of a process: what an earlier one wrote in the same minute stays beside it.
        var writer = UUID.randomUUID().toString();
        this.archivist = new Archivist(
                recorder,
                new Almanac(zone, checks),
                new Archivist.Means(tools.store().history(), config.retention(), zone, writer));
        this.beating = new Shift("recorder", this::beat, tools.clock().nanos());
        this.filing = new Shift("history", this::file, tools.clock().nanos());
    }

    void open() {
        filing.open();
        beating.open();
    }

    /** Called for every answer, on the observing thread. */
    void heard(Observation observation) {
        recorder.heard(observation);
    }

    /** Whether the verdict is about another state than the one that is on record. */
    boolean isNews(Verdict verdict) {
        return !recorder.state(verdict.service()).equals(verdict.state());
    }

    /** What counts is the confirmed verdict, not the single answer: its state, since when it is so. */
    void judged(Collection<Verdict> verdicts, Instant now) {
        for (var verdict : verdicts) {
            recorder.became(verdict.service(), verdict.state(), verdict.since(), now);
            archivist.news();
        }
    }

    /** What the page shows: the same map as long as there is nothing new in it. */
    Map<ServiceId, Past> past() {
        return archivist.past();
    }

    private Duration beat() {
        if (recorder.beat(tools.clock().now())) {
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
        recorder.end(tools.clock().now());
        try {
            archivist.write();
        } catch (StoreUnavailable away) {
            LOG.warnf("The last minutes of history could not be written reason=\"%s\"", away.getMessage());
        }
    }
}
