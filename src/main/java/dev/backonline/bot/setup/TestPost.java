package dev.backonline.bot.setup;

import dev.backonline.catalog.ServiceState;
import dev.backonline.channel.Channel;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A post that says that it is a test, and that nothing is wrong: an incident of no service that is over already. */
public record TestPost(BotConfig config, ChannelPlan<?> plan, Instant now) {
    private static final IncidentId TEST = new IncidentId("test00000000");

    /** What is sent, one for each thread that the channel would have. */
    public List<Frozen> frozen(Channel channel) {
        var spoken = config.identity().languages();
        return plan.capabilities().allLanguages()
                ? List.of(frozen(channel, spoken))
                : plan.subscription().languages().stream()
                        .map(language -> frozen(channel, List.of(language)))
                        .toList();
    }

    private Frozen frozen(Channel channel, List<Locale> languages) {
        var post = post(languages.stream().map(this::message).toList());
        return new Frozen(
                Saying.RESOLVED,
                post.key(),
                channel.prepare(post),
                post.message().text(),
                now,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The time keeps networks that refuse a text twice from refusing a second test. */
    private Message message(Locale language) {
        var words = Objects.requireNonNull(config.languages().get(language));
        var text = words.word("test")
                .replace("{page}", config.identity().name().in(language))
                .replace("{time}", now.truncatedTo(ChronoUnit.SECONDS).toString());
        return new Message(Saying.RESOLVED, language, text);
    }

    private Channel.Post post(List<Message> messages) {
        var over = new Transition.Resolved(List.of(), now);
        var update = new Update(1, now, Status.RESOLVED, over, "a test");
        var service = config.services().getFirst().service().id();
        var incident = new Incident(
                TEST,
                1,
                Status.RESOLVED,
                now,
                now,
                Optional.of(now),
                Optional.empty(),
                List.of(new Involved(service, ServiceState.OPERATIONAL, now)),
                List.of(update));
        var key = "test-" + UUID.randomUUID();
        return new Channel.Post(
                config.identity(),
                config.catalog(),
                incident,
                update,
                messages,
                config.identity().url(),
                key,
                now,
                Optional.empty());
    }
}
