package dev.backonline.bot.rehearsal;

import dev.backonline.bot.playback.Posting;
import dev.backonline.bot.playback.Posting.Stance;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.wire.OwnWire;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.IncidentId;
import dev.backonline.message.Limit;
import dev.backonline.message.Message;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Sends the posts of a performance to their network, one after another, each marked as a rehearsal; ends at the first that isn't taken. */
final class LivePosts {
    private final BotConfig config;
    private final ChannelPlan<?> plan;
    private final Channel channel;
    private final InstantSource clock;
    private final Reporter reporter;
    private final Renderer renderer;
    private final Map<IncidentId, Posted> parents = new HashMap<>();

    LivePosts(BotConfig config, ChannelPlan<?> plan, Channel channel, InstantSource clock) {
        this.config = config;
        this.plan = plan;
        this.channel = channel;
        this.clock = clock;
        this.reporter = new Reporter(config.identity(), config.catalog());
        this.renderer = new Renderer(config.languages().values());
    }

    /** What went wrong, if anything did. */
    Optional<String> send(List<Posting> posts) {
        for (var number = 0; number < posts.size(); number++) {
            var wrong = send(posts.get(number));
            if (wrong.isPresent()) {
                return Optional.of("Post %d of %d was not made: %s".formatted(number + 1, posts.size(), wrong.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> send(Posting posting) {
        var messages = posting.messages().stream()
                .flatMap(message -> marked(posting, message).stream())
                .toList();
        if (messages.size() < posting.messages().size()) {
            return Optional.of("with the mark of a rehearsal it is longer than the network takes.");
        }
        var now = clock.instant();
        var frozen = frozen(posting, messages, now);
        return switch (frozen.edit() ? channel.edit(frozen, now) : channel.send(frozen, now)) {
            case Outcome.Delivered(var posted) -> {
                parents.put(posting.thread(), posted);
                yield Optional.empty();
            }
            case Outcome.AcceptedNoId _ -> Optional.empty();
            case Outcome.AlreadyExists _,
                    Outcome.Throttled _,
                    Outcome.NotSent _,
                    Outcome.Rejected _,
                    Outcome.AuthInvalid _,
                    Outcome.ParentGone _,
                    Outcome.TargetGone _,
                    Outcome.TargetMoved _,
                    Outcome.Unknown _ -> Optional.of("send-test tells what is wrong with the channel.");
        };
    }

    private Frozen frozen(Posting posting, List<Message> messages, Instant now) {
        var incident = posting.incident();
        var edit = posting.stance() == Stance.EDIT && parents.containsKey(posting.thread());
        var parent = Optional.ofNullable(parents.get(posting.thread()))
                .filter(_ -> plan.live() ? edit : plan.capabilities().thread());
        var key = "rehearsal-" + UUID.randomUUID();
        var post = new Channel.Post(
                config.identity(),
                config.catalog(),
                incident,
                incident.latest(),
                messages,
                reporter.url(incident),
                key,
                now,
                parent);
        var body = edit ? channel.prepareEdit(post) : channel.prepare(post);
        var text = post.message().text();
        var saying = posting.message().saying();
        return new Frozen(saying, key, body, text, now, parent, Optional.empty(), false, edit);
    }

    /** Said again in as much room as the mark leaves. */
    private Optional<Message> marked(Posting posting, Message message) {
        var language = message.language();
        var mark = Objects.requireNonNull(config.languages().get(language)).word("rehearsal") + " ";
        var limit = plan.capabilities().limit();
        var left = new Limit(limit.most() - limit.measure().of(mark), limit.unit(), limit.measure());
        var incident = posting.incident();
        var facts = reporter.facts(incident, incident.latest(), language, posting.at());
        var voice = plan.live() ? renderer.dated() : renderer;
        return voice.fit(language, message.saying(), facts, left)
                .map(said -> new Message(message.saying(), language, mark + said.text()))
                .filter(said -> limit.admits(said.text()));
    }

    /** Reaches a network for a rehearsal that is really sent. */
    static final class LiveStage implements AutoCloseable {
        private final OwnWire wire = new OwnWire();
        private final Console console;

        LiveStage(Console console) {
            this.console = console;
        }

        /** Gives whether the network took all of it. */
        boolean send(BotConfig config, ChannelPlan<?> plan, List<Posting> posts) {
            var live = new LivePosts(config, plan, plan.create(Outfit.of(wire)), InstantSource.system());
            var wrong = live.send(posts);
            wrong.ifPresentOrElse(
                    console.err()::println,
                    () -> console.out()
                            .println("%s has %d posts, each marked as a rehearsal."
                                    .formatted(plan.subscription().channel(), posts.size())));
            return wrong.isEmpty();
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
