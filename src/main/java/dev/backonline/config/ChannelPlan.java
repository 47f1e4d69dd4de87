package dev.backonline.config;

import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Setting;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.PublicId;
import dev.backonline.config.calendar.When;
import dev.backonline.incident.Publishing;
import dev.backonline.message.Saying;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Subscription;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** One channel as the file describes it: what it is told, and the network that carries it. {@code live}: one post is kept up to date. */
@RegisterForReflection
public record ChannelPlan<S extends Record>(
        Subscription subscription,
        ChannelKind<S> kind,
        S settings,
        Optional<Duration> settle,
        Optional<Instant> expires,
        boolean live) {
    public Channel create(Outfit outfit) {
        return kind.create(settings, outfit);
    }

    /** The same, in one language. */
    public ChannelPlan<S> speaking(Locale language) {
        return new ChannelPlan<>(subscription.speaking(language), kind, settings, settle, expires, live);
    }

    /** The same where nobody has to approve anything. */
    public ChannelPlan<S> unattended() {
        return new ChannelPlan<>(subscription.unattended(), kind, settings, settle, expires, live);
    }

    /** Whether the network gives out credentials that change, to be kept encrypted. */
    public boolean rotates() {
        return kind.rotates(settings);
    }

    public Capabilities capabilities() {
        return kind.capabilities(settings);
    }

    /** What channels of every type have. */
    record ChannelSettings(
            @Setting(value = "Which network it is on.", example = "mastodon")
            String type,

            @Setting(
                    value = "The languages to post in, one thread for each. Without any, the page's first one.",
                    fallback = "[]",
                    example = "[it]")
            List<Locale> languages,

            @Setting(
                    value =
                            "Who reads it: `internal` is for operators, who are told of alarms there and of nothing else;"
                                    + " `languages`, `settle` and `closing` apply, the other keys of what is told do not.",
                    fallback = "public",
                    example = "internal")
            Subscription.Audience audience,

            @Setting(
                    value = "What is told of an incident, and from `scheduled` on of a maintenance.",
                    fallback = "[problem, still, worse, better, resolved, again, intermittent, note, correction,"
                            + " scheduled, started, completed, cancelled]",
                    example = "[problem, resolved]")
            List<Saying> tell,

            @Setting(
                    value = "What a network gets that could not be reached during a whole outage:"
                            + " one honest summary, or nothing.",
                    fallback = "summary",
                    example = "drop")
            Subscription.Late late,

            @Setting(
                    value =
                            "How long the network is given to make up its mind before a post that may have arrived is looked for."
                                    + " Without it, 10s after an error and 30s after a time-out; after a crash always 30s.",
                    example = "20s")
            Optional<Duration> settle,

            @Setting(
                    value =
                            "When its credentials end, if somebody has to give the file new ones then: a day and a time, of the"
                                    + " page's time zone unless they say an offset. Operators are warned a week ahead.",
                    example = "\"2027-06-01T00:00\"")
            Optional<When> expires,

            @Setting(
                    value =
                            "Whether one post of each incident is kept up to date, instead of a thread of several: each news takes its"
                                    + " place, with the time, and notifies nobody. Where trouble comes back after its end was told, there is"
                                    + " another. For chat rooms: `slack`, `discord`, `discord-webhook`, `telegram`, `matrix`, `mattermost`.",
                    fallback = "false",
                    example = "true")
            boolean live,

            @Setting(
                    value = "To take a channel out of use: its open threads are ended, and no new one is begun.",
                    fallback = "false",
                    example = "true")
            boolean closing,

            @Setting(
                    value =
                            "Whether a person approves first what claims trouble on this channel: `never`, `always`, or only what"
                                    + " tells of a major outage. `publish.approve-within` and `approve-expired` say what comes of it.",
                    fallback = "never",
                    example = "always")
            Publishing.Approval approve,

            @Setting(
                    value = "How many posts a day it takes at most, by the page's time zone; 0: any number."
                            + " An end or a correction is never held back.",
                    fallback = "0",
                    example = "20")
            int cap) {
        ChannelSettings {
            if (cap < 0) {
                throw new IllegalArgumentException("cap is %d and should not be negative".formatted(cap));
            }
            BackonlineFile.refuseTwins(languages);
            if (tell.isEmpty()) {
                throw new IllegalArgumentException("tell should name at least one thing to tell");
            }
            if (tell.stream().anyMatch(Saying::isOfAlarm)) {
                throw new IllegalArgumentException(
                        "tell should not name 'raised' or 'cleared': alarms go to every channel of audience internal, and to no other");
            }
            if (tell.contains(Saying.SUMMARY)) {
                throw new IllegalArgumentException("tell should not name 'summary': 'late' decides on that");
            }
        }

        Subscription.Caution caution() {
            return new Subscription.Caution(approve, cap == 0 ? OptionalInt.empty() : OptionalInt.of(cap));
        }
    }

    /** A channel's own settings beside those of every channel. */
    record ChosenChannel<S extends Record>(ChannelSettings common, ChannelKind<S> kind, S settings) {
        /** Ours: of the 40 characters of a channel's id, with one between. */
        private static final int LONGEST_SIGN = 6;

        private static final int LONGEST_STEM = 33;

        /** A network that carries every language in one body has one thread, told in the page's first language. */
        Stream<ChannelPlan<S>> plans(ChannelId id, Identity page) {
            var targets = kind.spread(settings);
            return targets.isEmpty()
                    ? Stream.of(plan(id, settings, page))
                    : targets.entrySet().stream()
                            .map(target -> plan(named(id, target.getKey()), target.getValue(), page));
        }

        /** What the target is called stays out of the name, which is shown in figures and logs. */
        private static ChannelId named(ChannelId id, String target) {
            var name = id.value();
            return new ChannelId(name.substring(0, Math.min(LONGEST_STEM, name.length()))
                    + "-"
                    + PublicId.of(name, target).substring(0, LONGEST_SIGN));
        }

        private ChannelPlan<S> plan(ChannelId id, S own, Identity page) {
            var languages = common.languages().isEmpty() ? List.of(page.language()) : common.languages();
            var tell = Set.copyOf(common.tell());
            return new ChannelPlan<>(
                    new Subscription(
                            id, common.audience(), languages, tell, common.late(), common.closing(), common.caution()),
                    kind,
                    own,
                    common.settle(),
                    common.expires().map(end -> end.in(page.zone()).toInstant()),
                    common.live());
        }
    }
}
