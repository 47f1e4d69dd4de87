package dev.backonline.bot.operation;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.desk.Approvals;
import dev.backonline.bot.desk.HushedOutbox;
import dev.backonline.bot.desk.Registry;
import dev.backonline.bot.desk.Witness;
import dev.backonline.bot.watch.Border;
import dev.backonline.bot.watch.Upkeep;
import dev.backonline.bot.watch.Watch;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Maintenance;
import dev.backonline.catalog.MaintenanceId;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.check.Answer;
import dev.backonline.check.CheckId;
import dev.backonline.check.Observation;
import dev.backonline.check.Observation.Location;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Command;
import dev.backonline.incident.Decision;
import dev.backonline.incident.Desk.Reply.Done;
import dev.backonline.incident.Desk.Reply.Refused;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Publishing;
import dev.backonline.incident.Publishing.Approval;
import dev.backonline.incident.Publishing.Expired;
import dev.backonline.incident.Status;
import dev.backonline.incident.engine.ByHand;
import dev.backonline.incident.engine.IncidentEngine;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Announcer;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.DeliveryState;
import dev.backonline.outbox.Subscription;
import dev.backonline.outbox.Subscription.Caution;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import dev.backonline.verdict.Confirmation;
import dev.backonline.verdict.Judge;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Vetting;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The desk where people's commands and the engine's decisions meet, with a store in memory and time that is set. */
class NewsroomTest implements Witness {
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final CheckId CHECK = new CheckId("chat/1-http");
    private static final ChannelId SQUARE = new ChannelId("square");
    private static final ChannelId CAREFUL = new ChannelId("careful");
    private static final IncidentId FIRST = new IncidentId("incident0001");
    private static final Duration EVERY = ofSeconds(10);

    private final Store store = new MemoryStore().store();
    private final List<String> heard = new ArrayList<>();
    private final Watch watch;
    private final Upkeep upkeep = Upkeep.of(List.of(), store.maintenances());
    private Instant now = Instant.parse("2026-11-22T20:00:00Z");
    private Newsroom newsroom;
    private int ids;

    NewsroomTest() {
        watch = new Watch(List.of(fresh()), Location.HERE, new Border(Vetting.none()), () -> {});
        newsroom = newsroom();
    }

    private Judge fresh() {
        var rule = new Rule(
                CHECK, EVERY, ServiceState.MAJOR_OUTAGE, Confirmation.parse("1 of 1"), Confirmation.parse("1 of 1"));
        return Judge.fresh(CHAT, List.of(rule), now);
    }

    private Newsroom newsroom() {
        var service = new Service(CHAT, Translated.same("Chat"), Optional.empty(), Set.of(), Optional.empty());
        var catalog = Catalog.of(List.of(service));
        var page = new Identity(
                Translated.same("Town"),
                URI.create("https://status.example.org"),
                List.of(Locale.ENGLISH),
                ZoneOffset.UTC);
        var publishing = new Publishing(
                ofSeconds(30), ofSeconds(30), ofMinutes(30), ofMinutes(2), List.of(ofMinutes(20), ofMinutes(60)));
        var announcer = new Announcer(
                List.of(
                        subscription(SQUARE, new Caution(Approval.NEVER, OptionalInt.of(2))),
                        subscription(CAREFUL, new Caution(Approval.ALWAYS, OptionalInt.empty()))),
                ofMinutes(15));
        return new Newsroom(
                watch,
                upkeep,
                new Newsroom.Means(
                        new IncidentEngine(catalog, publishing, this::id),
                        new ByHand(catalog, page, publishing, this::id),
                        new Registry(store, announcer, this, ZoneOffset.UTC),
                        new Registry(store, announcer, this, ZoneOffset.UTC),
                        new Approvals(store.outbox(), store.incidents(), Expired.DROP, true),
                        this,
                        () -> now),
                ofMinutes(30));
    }

    private static Subscription subscription(ChannelId channel, Caution caution) {
        return new Subscription(
                channel,
                Subscription.Audience.PUBLIC,
                List.of(Locale.ENGLISH),
                EnumSet.complementOf(EnumSet.of(Saying.RECOVERING)),
                Subscription.Late.SUMMARY,
                false,
                caution);
    }

    private IncidentId id() {
        return new IncidentId("incident%04d".formatted(++ids));
    }

    @Override
    public void told(Change change) {
        heard.add("told " + kind(change.update().transition()));
    }

    @Override
    public void kept(Decision.Quiet decision) {
        heard.add("kept " + kind(decision));
    }

    @Override
    public void raised(Alarm alarm) {
        heard.add("raised " + kind(alarm));
    }

    @Override
    public void cleared(Alarm alarm) {
        heard.add("cleared " + kind(alarm));
    }

    private static String kind(Object one) {
        return one.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void pass(Duration time, Answer answer) {
        for (var end = now.plus(time); now.isBefore(end); now = now.plus(EVERY)) {
            watch.observed(new Observation(CHECK, now, ofSeconds(1), answer));
            newsroom.review(now);
        }
    }

    private void down(Duration time) {
        pass(time, new Answer.Down(Answer.Layer.ANSWER, "HTTP 503"));
    }

    private void up(Duration time) {
        pass(time, new Answer.Up());
    }

    private List<DeliveryState> states(ChannelId channel) {
        return store.outbox().of(FIRST).stream()
                .filter(one -> one.recipient().channel().equals(channel))
                .map(Delivery::state)
                .toList();
    }

    @Test
    void a_careful_channel_waits_for_a_person_while_the_others_go() {
        down(ofMinutes(1));

        var answer = newsroom.submit(new Command.Approve("ada", FIRST));

        assertThat(answer).isEqualTo(new Done(Optional.of(FIRST), List.of("done for the channels where it waited")));
        assertThat(states(SQUARE)).containsExactly(DeliveryState.READY);
        assertThat(states(CAREFUL)).containsExactly(DeliveryState.READY);
    }

    @Test
    void what_nobody_approves_on_its_channel_in_time_is_superseded_there() {
        down(ofMinutes(1));
        var before = states(CAREFUL);

        down(ofMinutes(16));

        assertThat(before).containsExactly(DeliveryState.WAITING);
        assertThat(states(CAREFUL)).containsExactly(DeliveryState.SUPERSEDED);
        assertThat(store.outbox().of(FIRST).getLast().note()).startsWith("nobody approved it by 2026-11-22T20:15:30Z");
    }

    @Test
    void an_approval_that_comes_after_the_end_finds_nothing() {
        down(ofMinutes(1));
        up(ofMinutes(2));

        var answer = newsroom.submit(new Command.Approve("ada", FIRST));

        assertThat(answer)
                .isEqualTo(new Refused("nothing of incident 'incident0001' waits for approval; nothing was done"));
        assertThat(states(CAREFUL)).startsWith(DeliveryState.SUPERSEDED);
    }

    @Test
    void the_posts_of_a_day_run_out_visibly_and_the_end_is_told_all_the_same() {
        down(ofMinutes(25));
        newsroom.submit(new Command.Post(
                "ada",
                Optional.of(FIRST),
                List.of(),
                Optional.empty(),
                Optional.of(Status.IDENTIFIED),
                Map.of(Locale.ENGLISH, "A cable.")));

        newsroom.submit(new Command.Resolve("ada", FIRST, Map.of()));

        assertThat(states(SQUARE))
                .containsExactly(
                        DeliveryState.READY, DeliveryState.WAITING, DeliveryState.SUPERSEDED, DeliveryState.WAITING);
        assertThat(heard).contains("raised capped");
    }

    @Test
    void a_mute_outlives_the_newsroom_and_hushes_couriers_but_for_peoples_words() {
        down(ofMinutes(1));
        newsroom.submit(new Command.Mute("ada", "a drill"));
        newsroom = newsroom();
        newsroom.recall(now);

        var hushed = new HushedOutbox(
                store.outbox(),
                store.incidents(),
                () -> newsroom.restraint().mute().isPresent());
        var automatic = hushed.due(SQUARE, now, 10);
        var soon = hushed.nextDue(SQUARE);
        up(ofMinutes(2));
        store.outbox().advance(List.of(store.outbox().of(FIRST).getFirst().superseded("made room")));
        newsroom.submit(new Command.Resolve("ada", FIRST, Map.of()));

        assertThat(newsroom.restraint().mute()).isPresent();
        assertThat(automatic).isEmpty();
        assertThat(soon).isEmpty();
        assertThat(hushed.due(SQUARE, now, 10)).hasSize(1);
        assertThat(heard).containsSubsequence("kept muted", "raised silenced", "told resolved");
        newsroom.submit(new Command.Unmute("ada"));
        assertThat(hushed.due(SQUARE, now, 10)).hasSize(1);
        assertThat(hushed.nextDue(SQUARE)).isPresent();
    }

    @Test
    void an_alarm_is_raised_once_and_cleared_when_its_cause_is_gone() {
        down(ofMinutes(1));
        newsroom.submit(new Command.Post(
                "ada",
                Optional.of(FIRST),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(Locale.ENGLISH, "A cable.")));

        up(ofMinutes(3));
        newsroom.submit(new Command.Resolve("ada", FIRST, Map.of()));
        up(ofMinutes(1));

        assertThat(heard)
                .containsExactly(
                        "told problem",
                        "told note",
                        "raised recoveryunsaid",
                        "told resolved",
                        "cleared recoveryunsaid");
    }

    @Test
    void a_watch_that_starts_anew_confirms_everything_once_more_before_anything_is_told() {
        down(ofSeconds(20));
        watch.startAnew(now);

        newsroom.review(now.plus(ofMinutes(5)));

        assertThat(heard).isEmpty();
    }

    @Test
    void trouble_in_a_maintenance_is_told_only_once_it_has_outlived_it() {
        var title = Translated.same("Upgrade");
        var id = new MaintenanceId("upgrade");
        var end = now.plus(ofMinutes(10));
        upkeep.plan(new Maintenance(id, title, Optional.empty(), List.of(CHAT), now, end, false), now);

        down(ofMinutes(10));
        var during = List.copyOf(heard);
        down(ofSeconds(30));
        var justAfter = List.copyOf(heard);
        down(ofSeconds(20));

        assertThat(during).isEmpty();
        assertThat(justAfter).isEmpty();
        assertThat(heard).contains("told problem");
    }

    @Test
    void a_command_that_names_nothing_says_so() {
        var answer = newsroom.submit(new Command.Resolve("ada", FIRST, Map.of()));

        assertThat(answer).isEqualTo(new Refused("there is no incident 'incident0001'; nothing was done"));
    }
}
