package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Watchtower;
import dev.backonline.bot.pace.Shift;
import dev.backonline.bot.reload.Inheritance;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.share.Partnership;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk;
import dev.backonline.operator.command.Galleys;
import dev.backonline.page.PageModel;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that one configuration sets in motion, from the first question to the last post. */
public final class Operation implements AutoCloseable {
    /** Ours: decisions that time brings about are at most this late. */
    private static final Duration DECIDE_EVERY = Duration.ofMillis(250);
    /** Ours: a post that is being sent may take as long as the slowest network is given, */
    private static final Duration LONGEST_POST = Duration.ofSeconds(40);
    /** and a round no longer than a database is waited for. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

    private final BotConfig config;
    private final Tools tools;
    private final Timekeeper timekeeper;
    private final Watch watch;
    private final Upkeep upkeep;
    private final Editors editors;
    private final Newsroom newsroom;
    private final Partnership partnership;
    private final Council council;
    private final Watchtower tower;
    private final Desks desks;
    private final Archive archive;
    private final Rota rota;
    private final Shift deciding;
    private final Display display;
    private final Backlog backlog;
    private final Shift counting;
    private final Shift planning;
    private final Sharing sharing;
    private final boolean first;
    private volatile boolean alone;

    /** Nothing runs yet. {@code inheritance}: from where another one ended in this process. Blocks on the database. */
    public Operation(
            BotConfig config,
            Tools tools,
            Installation installation,
            Consumer<PageModel> page,
            Inheritance inheritance) {
        this.config = config;
        this.tools = tools;
        this.first = inheritance.equals(Inheritance.NONE);
        var nanos = tools.clock().nanos();
        this.timekeeper = new Timekeeper(tools.clock(), this::moved);
        this.upkeep = Upkeep.of(config.maintenance(), tools.store().maintenances());
        this.editors = new Editors(config, tools);
        this.partnership = Partnership.of(config, tools.store(), tools.owner(), tools.location(), tools.clock());
        this.watch = editors.watch(inheritance, partnership.hearsay(), this::somethingChanged);
        this.newsroom = editors.newsroom(watch, upkeep, this::decided);
        this.deciding = new Shift("newsroom", this::decide, nanos);
        this.archive = new Archive(config, tools, watch, upkeep, inheritance.past());
        this.display = new Display(config, tools, new Display.Sources(watch, upkeep, archive), installation, page);
        var log = new DeliveryLog(config.channelIds(), tools.figures(), this::somethingToTell);
        this.desks = new Desks(config, editors.hushed(newsroom), editors.journal(log), timekeeper);
        this.tower = editors.watchtower(watch, log, desks, this::decided, () -> alone);
        var crier = editors.crier(newsroom, this::decided);
        this.council = new Council(new Council.Members(watch, newsroom, upkeep, crier, tower, partnership));
        this.rota = new Rota(config, tools, watch, new Rota.Hearers(archive::heard, partnership::pass), inheritance);
        this.backlog = new Backlog(config.channelIds(), tools.figures());
        this.counting = new Shift(
                "backlog",
                () -> backlog.count(tools.store().outbox(), tools.clock().now()),
                nanos);
        this.planning = new Shift("upkeep", () -> upkeep.refresh(tools.clock().now()), nanos);
        this.sharing = new Sharing(partnership, tools, watch, rota, this::othersHaveNews);
    }

    /** For whoever asks from outside how it is, or has something to say. */
    public Enquiries enquiries() {
        return new Enquiries(rota, backlog, tower, deciding, upkeep);
    }

    /** Where people's commands are taken. */
    public Desk desk() {
        var desk = editors.desk(newsroom);
        return command -> {
            timekeeper.look();
            return desk.submit(command);
        };
    }

    /** Where it is seen beforehand what they would have told. */
    public Galleys galleys() {
        return editors.galleys(newsroom);
    }

    /**
     * {@code exclusive}: no other process works on this database, so that whatever was being sent is in doubt at once, unless it is by an
     * operation that has just ended in this process.
     */
    public void open(boolean exclusive) {
        alone = exclusive;
        timekeeper.look();
        desks.recover(tools.clock().now(), exclusive && first);
        new LostChannels(tools.store().outbox(), Set.copyOf(config.channelIds())).end();
        upkeep.refresh(tools.clock().now());
        newsroom.recall(tools.clock().now());
        planning.open();
        counting.open();
        archive.open();
        display.open();
        desks.open();
        deciding.openApart();
        rota.open();
        sharing.open();
    }

    /** Another process's clock may be right where ours was wrong. What was seen is confirmed anew before it is told. */
    private void moved(Duration by) {
        tools.store().outbox().shift(by, tools.owner(), alone);
        if (alone) {
            tools.store().restraints().shift(by);
        }
        partnership.moved(by);
        watch.startAnew(tools.clock().now());
        newsroom.recall(tools.clock().now());
    }

    private Duration decide() {
        timekeeper.look();
        council.sit(tools.clock().now());
        return DECIDE_EVERY;
    }

    private void decided(Decision decision) {
        if (decision instanceof Change) {
            desks.ring();
            somethingToTell();
        }
    }

    private void somethingChanged() {
        deciding.ring();
    }

    private void somethingToTell() {
        partnership.news();
        display.changed();
    }

    private void othersHaveNews() {
        council.news();
        display.changed();
    }

    /**
     * Ends for another one to go on: while what is being sent comes to its end, checks are asked and decisions made; then there is a gap of
     * moments. Among several processes the others fill it, and what this one knows is heard from them again.
     */
    public Inheritance handOver() {
        desks.end(LONGEST_POST);
        var tempo = rota.retire(alone);
        deciding.end(LONGEST_ROUND);
        close();
        planning.end(LONGEST_ROUND);
        display.end(LONGEST_ROUND);
        return new Inheritance(
                config.services(), alone ? watch.judges() : Map.of(), tempo, rota.reception(), archive.past());
    }

    /** Ends for good: what others may do is given up at once, then what is being sent comes to its end. The rest is told by others, or later. */
    public void stop() {
        close();
        deciding.end(LONGEST_ROUND);
        desks.end(LONGEST_POST);
    }

    /** Checks end first, posts last: what was decided is still handed over, and what others may do now is given up before that. */
    @Override
    public void close() {
        rota.close();
        deciding.close();
        sharing.close();
        desks.close();
        counting.close();
        planning.close();
        display.close();
        archive.close();
    }
}
