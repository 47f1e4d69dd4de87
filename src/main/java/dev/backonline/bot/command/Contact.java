package dev.backonline.bot.command;

import dev.backonline.bot.setup.TestPost;
import dev.backonline.bot.terminal.Console;
import dev.backonline.bot.wire.OwnWire;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.Probe;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import java.time.InstantSource;

/** Reaches the networks for a command: without the bot's database, so credentials that would have to be kept are not traded in. */
final class Contact implements AutoCloseable {
    private final OwnWire wire = new OwnWire();
    private final InstantSource clock;
    private final Console console;

    Contact(InstantSource clock, Console console) {
        this.clock = clock;
        this.console = console;
    }

    /** Says what the network answers; gives whether the channel could post, as far as can be told. */
    boolean probe(ChannelPlan<?> plan) {
        var name = name(plan);
        return switch (plan.create(Outfit.of(wire)).probe(clock.instant())) {
            case Probe.Ready(var account, var most) -> {
                var limit = most.isPresent() ? ", at most %d %s a post".formatted(most.getAsInt(), unit(plan)) : "";
                console.out().println("%s is ready: %s%s.".formatted(name, account, limit));
                yield true;
            }
            case Probe.Mute(var why) -> {
                console.out().println("%s was not asked: %s.".formatted(name, why));
                yield true;
            }
            case Probe.Refused(var fix) -> failed("%s is refused: %s.".formatted(name, fix));
            case Probe.Unreachable(var reason) -> failed("%s can't be reached: %s.".formatted(name, reason));
        };
    }

    /** Posts for everybody to see; gives whether the network has it. */
    boolean post(BotConfig config, ChannelPlan<?> plan) {
        var channel = plan.create(Outfit.of(wire));
        var posts = new TestPost(config, plan, clock.instant()).frozen(channel);
        return posts.stream()
                        .filter(post -> said(plan, channel.send(post, clock.instant())))
                        .count()
                == posts.size();
    }

    private boolean said(ChannelPlan<?> plan, Outcome outcome) {
        var name = name(plan);
        return switch (outcome) {
            case Outcome.Delivered(var posted) -> {
                var where = posted.link().map(link -> ": " + link).orElse(".");
                console.out().println("%s has it%s".formatted(name, where));
                yield true;
            }
            case Outcome.AcceptedNoId _, Outcome.AlreadyExists _ -> {
                console.out().println("%s has it, and tells no address.".formatted(name));
                yield true;
            }
            case Outcome.Throttled(var notBefore, var reason) ->
                failed("%s wants us to wait until %s: %s.".formatted(name, notBefore, reason));
            case Outcome.NotSent(var reason) -> failed("%s was not reached: %s.".formatted(name, reason));
            case Outcome.Rejected(var fix) -> failed("%s will not take it: %s.".formatted(name, fix));
            case Outcome.AuthInvalid(var fix) -> failed("%s refuses the credentials: %s.".formatted(name, fix));
            case Outcome.ParentGone(var reason) -> failed("%s will not take it: %s.".formatted(name, reason));
            case Outcome.TargetGone(var fix) -> failed("%s is gone: %s.".formatted(name, fix));
            case Outcome.TargetMoved(var to) -> failed("%s has moved to %s: name it in the file.".formatted(name, to));
            case Outcome.Unknown(var reason, var _) ->
                failed("%s may have it, look there before you try again: %s.".formatted(name, reason));
        };
    }

    private boolean failed(String sentence) {
        console.err().println(sentence);
        return false;
    }

    private static String name(ChannelPlan<?> plan) {
        return "%s (%s)".formatted(plan.subscription().channel(), plan.kind().type());
    }

    private static String unit(ChannelPlan<?> plan) {
        return plan.capabilities().limit().unit();
    }

    @Override
    public void close() {
        wire.close();
    }
}
