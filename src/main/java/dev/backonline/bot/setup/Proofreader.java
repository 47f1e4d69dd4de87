package dev.backonline.bot.setup;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ChannelPlan;
import dev.backonline.message.Facts;
import dev.backonline.message.Message;
import dev.backonline.message.Renderer;
import dev.backonline.message.Reporter;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Subscription.Late;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Sets every message in every language for every channel, with the most services that can stand together and the longest times, so
 * that what can't fit is found before it must be told.
 */
public final class Proofreader {
    /** An evening at the end of September: the longest dates there are, and a duration of two long units. */
    private static final Instant BEGIN = Instant.parse("2026-09-29T20:48:00Z");

    private static final Duration LASTING = Duration.ofHours(23).plusMinutes(58);

    private final BotConfig config;
    private final Catalog catalog;
    private final Reporter reporter;
    private final Renderer renderer;
    private final Map<Locale, List<ServiceId>> longest = new ConcurrentHashMap<>();

    public Proofreader(BotConfig config) {
        this.config = config;
        this.catalog = config.catalog();
        this.reporter = new Reporter(config.identity(), catalog);
        this.renderer = new Renderer(config.languages().values());
    }

    /** In the order of the file; the sayings in the order of an incident. */
    public List<Proof> proofs() {
        return config.channels().stream().flatMap(this::proofs).toList();
    }

    private Stream<Proof> proofs(ChannelPlan<?> plan) {
        return languages(plan).stream()
                .flatMap(language -> sayings(plan).stream().map(saying -> proof(plan, language, saying)));
    }

    private List<Locale> languages(ChannelPlan<?> plan) {
        return plan.capabilities().allLanguages()
                ? config.identity().languages()
                : plan.subscription().languages();
    }

    private Set<Saying> sayings(ChannelPlan<?> plan) {
        if (plan.subscription().isForOperators()) {
            return EnumSet.of(Saying.RAISED, Saying.CLEARED);
        }
        var sayings = EnumSet.noneOf(Saying.class);
        sayings.addAll(plan.subscription().tell());
        if (plan.subscription().late() == Late.SUMMARY && sayings.contains(Saying.RESOLVED)) {
            sayings.add(Saying.SUMMARY);
        }
        return sayings;
    }

    private Proof proof(ChannelPlan<?> plan, Locale language, Saying saying) {
        var limit = plan.capabilities().limit();
        var facts = facts(language, saying);
        var voice = voice(plan);
        var text = voice.fit(language, saying, facts, limit)
                .map(Message::text)
                .orElseGet(() -> voice.shortest(language, saying, facts));
        return new Proof(plan.subscription().channel(), kind(plan), language, saying, text, limit);
    }

    private static String kind(ChannelPlan<?> plan) {
        return plan.kind().type() + (plan.live() ? ", live" : "");
    }

    private Renderer voice(ChannelPlan<?> plan) {
        return plan.live() ? renderer.dated() : renderer;
    }

    /** Where a person's words would not be told whole, each with the channel, the rule, and by how much. */
    public List<String> misfits(Saying saying, Map<Locale, String> words) {
        return config.channels().stream()
                .filter(plan -> !plan.subscription().isForOperators())
                .filter(plan -> plan.subscription().tell().contains(saying))
                .flatMap(plan -> languages(plan).stream().flatMap(language -> misfit(plan, language, saying, words)))
                .distinct()
                .toList();
    }

    private Stream<String> misfit(ChannelPlan<?> plan, Locale language, Saying saying, Map<Locale, String> words) {
        var detail = words.getOrDefault(
                        language, words.getOrDefault(config.identity().language(), ""))
                .strip();
        var limit = plan.capabilities().limit();
        var facts = facts(language, saying).saying(detail);
        if (voice(plan)
                .fit(language, saying, facts, limit)
                .filter(message -> message.text().contains(detail))
                .isPresent()) {
            return Stream.empty();
        }
        var measured = limit.measure().of(voice(plan).shortest(language, saying, facts));
        return Stream.of(
                "the text in '%s' is too long for channel '%s': with what is said around it %d of at most %d %s"
                        .formatted(
                                language.toLanguageTag(),
                                plan.subscription().channel(),
                                measured,
                                limit.most(),
                                limit.unit()));
    }

    private Facts facts(Locale language, Saying saying) {
        var together = longest.computeIfAbsent(language, this::longest);
        var page = config.identity();
        return new Facts(
                reporter.names(together, language),
                page.name().in(language),
                page.at("incidents/0123456789ab"),
                page.zone(),
                BEGIN.plus(LASTING),
                BEGIN,
                isOver(saying) ? Optional.of(BEGIN.plus(LASTING)) : Optional.empty(),
                isOver(saying)
                        ? Optional.empty()
                        : config.publishing().stillEvery().stream().max(Comparator.naturalOrder()),
                workaround(language),
                saying == Saying.NOTE || saying.isOfAlarm() ? Optional.of("…") : Optional.empty(),
                saying.isOfMaintenance() ? Optional.of("…") : whatItIs(language, saying));
    }

    /** The longest of all. */
    private Optional<String> workaround(Locale language) {
        return config.services().stream()
                .flatMap(plan -> plan.service().workaround().stream())
                .map(text -> text.in(language))
                .max(Comparator.comparingInt(String::length));
    }

    /** The longest that is said of an alarm's kind; its reason is cut where it doesn't fit. */
    private Optional<String> whatItIs(Locale language, Saying saying) {
        return saying.isOfAlarm()
                ? renderer.spoken(language).alarms().values().stream().max(Comparator.comparingInt(String::length))
                : Optional.empty();
    }

    /** Whether it tells when it was over, or is to be. */
    private static boolean isOver(Saying saying) {
        return saying.isLastWord() || saying.isOfMaintenance();
    }

    /** The services that may share an incident, where their names together are the longest. */
    private List<ServiceId> longest(Locale language) {
        return catalog.services().keySet().stream()
                .map(catalog::relatives)
                .distinct()
                .map(List::copyOf)
                .max(Comparator.comparingInt(
                        ids -> String.join(", ", catalog.names(ids, language)).length()))
                .orElseThrow();
    }
}
