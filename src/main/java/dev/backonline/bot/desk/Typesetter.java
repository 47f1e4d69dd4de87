package dev.backonline.bot.desk;

import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.incident.Incident;
import dev.backonline.incident.Update;
import dev.backonline.message.Message;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.operator.command.Galleys.Galley;
import dev.backonline.outbox.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Sets what a delivery would say, in each language that its channel carries, as a courier would. */
final class Typesetter {
    private final BotConfig config;
    private final Reporter reporter;
    private final Renderer renderer;

    Typesetter(BotConfig config) {
        this.config = config;
        this.reporter = new Reporter(config.identity(), config.catalog());
        this.renderer = new Renderer(config.languages().values());
    }

    /** None for a channel that has left the file. */
    Stream<Galley> set(Incident incident, Delivery delivery, Instant now) {
        var channel = delivery.recipient().channel();
        var update = incident.updates().get(delivery.update() - 1);
        return config.channels().stream()
                .filter(plan -> plan.subscription().channel().equals(channel))
                .flatMap(plan -> languages(plan, delivery).stream().map(language -> {
                    var text = said(plan, language, incident, update, now);
                    return new Galley(
                            channel, language, text, text.isEmpty() ? "no wording of it fits" : delivery.note());
                }));
    }

    private List<Locale> languages(ChannelPlan<?> plan, Delivery delivery) {
        return plan.capabilities().allLanguages()
                ? config.identity().languages()
                : List.of(delivery.recipient().language());
    }

    private String said(ChannelPlan<?> plan, Locale language, Incident incident, Update update, Instant now) {
        var voice = plan.live() ? renderer.dated() : renderer;
        var facts = reporter.facts(incident, update, language, now);
        return voice.fit(
                        language,
                        Saying.of(update.transition()),
                        facts,
                        plan.capabilities().limit())
                .map(Message::text)
                .orElse("");
    }
}
