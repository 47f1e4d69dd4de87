package dev.backonline.bot.operation;

import dev.backonline.bot.alarm.Watchtower;
import dev.backonline.bot.setup.Installation;
import dev.backonline.bot.share.Partnership;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.config.BotConfig;
import dev.backonline.incident.Change;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk;
import dev.backonline.operator.Mailbox;
import dev.backonline.page.PageModel;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Everything that one configuration sets in motion, from the first question to the last post. */
public final class Operation implements AutoCloseable {
    /** Ours: decisions that time brings about are at most this late. */
    private static final Duration DECIDE_EVERY = Duration.ofMillis(250);
    /** Ours: how late the page shows what is no news, such as a service seen for the first time. */
    private static final Duration SHOW_EVERY = Duration.ofSeconds(1);

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
    private final Shift showing;
    private final Backlog backlog;
    private final Shift counting;
    private final Shift planning;
    private final Sharing sharing;
    private volatile boolean alone;

    /** Nothing runs yet. Blocks on the database. */
    public Operation(BotConfig config, Tools tools, Installation installation, Consumer<PageModel> page) {
        this.config = config;
        this.tools = tools;
        var nanos = tools.clock().nanos();
        this.timekeeper = new Timekeeper(tools.clock(), this::moved);
        this.upkeep = Upkeep.of(config.maintenance(), tools.store().maintenances());
        this.editors = new Editors(config, tools);
        this.partnership = Partnership.of(config, tools.store(), tools.owner(), tools.location(), tools.clock());
        this.watch = editors.watch(partnership.hearsay(), this::somethingChanged);
        this.newsroom = editors.newsroom(watch, upkeep, this::decided);
        this.deciding = new Shift("newsroom", this::decide, nanos);
        this.archive = new Archive(config, tools, watch, upkeep);
        this.display = new Display(config, tools, new Display.Sources(watch, upkeep, archive), installation);
        this.showing = new Shift("page", () -> show(page), nanos);
        var log = new DeliveryLog(config.channelIds(), tools.figures(), this::somethingToTell);
        this.desks = new Desks(config, editors.hushed(newsroom), log, timekeeper);
        this.tower = editors.watchtower(watch, log, desks, this::decided, () -> alone);
        var crier = editors.crier(newsroom, this::decided);
        this.council = new Council(new Council.Members(watch, newsroom, upkeep, crier, tower, partnership));
        this.rota = new Rota(config, tools, watch, archive::heard, partnership::pass);
        this.backlog = new Backlog(config.channelIds(), tools.figures());
        this.counting = new Shift(
                "backlog",
                () -> backlog.count(tools.store().outbox(), tools.clock().now()),
                nanos);
        this.planning = new Shift("upkeep", () -> upkeep.refresh(tools.clock().now()), nanos);
        this.sharing = new Sharing(partnership, tools, watch, rota, this::othersHaveNews);
    }

    /** Where people's commands are taken. */
    public Desk desk() {
        var desk = editors.desk(newsroom);
        return command -> {
            timekeeper.look();
            return desk.submit(command);
        };
    }

    /** {@code exclusive}: no other process works on this database, so that whatever was being sent is in doubt at once. */
    public void open(boolean exclusive) {
        alone = exclusive;
        recover(exclusive);
        new LostChannels(tools.store().outbox(), Set.copyOf(config.channelIds())).end();
        upkeep.refresh(tools.clock().now());
        newsroom.recall(tools.clock().now());
        planning.open();
        counting.open();
        archive.open();
        showing.resting().openApart();
        desks.open();
        deciding.openApart();
        rota.open();
        sharing.open();
    }

    /** What was being sent by an owner that vanished is looked for. */
    public void recover(boolean everyOwner) {
        timekeeper.look();
        desks.recover(tools.clock().now(), everyOwner);
    }

    /** How long nothing was decided, or no check was looked after: both happen several times a second. */
    public Duration silence() {
        return Collections.max(List.of(deciding.silence(), rota.silence()));
    }

    /** Where what is told to the checks of an address is put; empty if none is told there. */
    public Optional<Mailbox> mailbox(String address) {
        return rota.mailbox(address);
    }

    /** How many deliveries wait for a person or for mended credentials. */
    public long held() {
        return backlog.held();
    }

    /** The channels whose credentials end soon. */
    public List<String> ending() {
        return tower.ending(tools.clock().now());
    }

    /** The maintenances, to plan and to call off. */
    public Upkeep upkeep() {
        return upkeep;
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

    private Duration show(Consumer<PageModel> page) {
        page.accept(display.model(tools.clock().now()));
        return SHOW_EVERY;
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
        somethingToShow();
    }

    private void othersHaveNews() {
        council.news();
        somethingToShow();
    }

    private void somethingToShow() {
        display.changed();
        showing.ring();
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
        showing.close();
        archive.close();
    }
}
