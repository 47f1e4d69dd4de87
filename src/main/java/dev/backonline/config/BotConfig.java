package dev.backonline.config;

import dev.backonline.catalog.Agenda;
import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Identity;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.config.calendar.MaintenanceSettings;
import dev.backonline.incident.Publishing;
import dev.backonline.message.Language;
import dev.backonline.operator.door.OperatorName;
import dev.backonline.operator.door.Pass;
import dev.backonline.outbox.ChannelId;
import dev.backonline.page.brand.Branding;
import dev.backonline.verdict.Rule;
import dev.backonline.verdict.Standard;
import dev.backonline.verdict.history.Retention;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All of one {@code backonline.yaml}, free of mistakes. {@code languages} are those of the page and of any channel. */
public record BotConfig(
        Identity identity,
        List<ServicePlan> services,
        List<CheckPlan<?>> canaries,
        Publishing publishing,
        Retention retention,
        List<Agenda> maintenance,
        List<ChannelPlan<?>> channels,
        Map<Locale, Language> languages,
        Branding branding,
        Map<OperatorName, Pass> operators) {
    public BotConfig {
        services = List.copyOf(services);
        publishing = publishing.asked(rounds(services));
        canaries = List.copyOf(canaries);
        maintenance = List.copyOf(maintenance);
        channels = List.copyOf(channels);
        languages = Map.copyOf(languages);
        operators = Map.copyOf(operators);
    }

    private static Map<ServiceId, Duration> rounds(List<ServicePlan> services) {
        return services.stream()
                .flatMap(plan -> plan.standard().stream())
                .collect(Collectors.toMap(Standard::service, Standard::round));
    }

    static BotConfig of(BackonlineFile file, Languages languages, Branding branding) {
        var identity = file.page().identity();
        var services = file.services().entrySet().stream()
                .map(service -> ServicePlan.of(service.getKey(), service.getValue()))
                .toList();
        var channels = file.channels().entrySet().stream()
                .<ChannelPlan<?>>flatMap(channel -> channel.getValue().plans(channel.getKey(), identity))
                .toList();
        var used = Stream.concat(
                identity.languages().stream(),
                channels.stream().flatMap(channel -> channel.subscription().languages().stream()));
        return new BotConfig(
                identity,
                services,
                CheckPlan.of(CheckPlan.CANARIES, file.canaries()),
                file.publish().publishing(),
                file.retention().retention(),
                file.maintenance().stream()
                        .<Agenda>map(one -> one.series(meant(one, services), identity.zone()))
                        .toList(),
                channels,
                worded(
                        languages.spoken(used.toList(), file.messages()),
                        file.page().words()),
                branding,
                file.operator().tokens());
    }

    private static Map<Locale, Language> worded(
            Map<Locale, Language> languages, Map<Locale, Map<String, String>> words) {
        return languages.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, it -> it.getValue().withWords(words.getOrDefault(it.getKey(), Map.of()))));
    }

    public List<ChannelId> channelIds() {
        return channels.stream().map(plan -> plan.subscription().channel()).toList();
    }

    /** The same, told on these channels. */
    public BotConfig on(List<ChannelPlan<?>> others) {
        return new BotConfig(
                identity,
                services,
                canaries,
                publishing,
                retention,
                maintenance,
                others,
                languages,
                branding,
                operators);
    }

    /** The same with this planned as well. */
    public BotConfig maintained(Agenda planned) {
        return new BotConfig(
                identity,
                services,
                canaries,
                publishing,
                retention,
                Stream.concat(maintenance.stream(), Stream.of(planned)).toList(),
                channels,
                languages,
                branding,
                operators);
    }

    /** The same, judged and published by other rules. */
    public BotConfig by(UnaryOperator<Rule> change, List<CheckPlan<?>> surelyUp, Publishing rules) {
        var changed = services.stream()
                .map(plan -> new ServicePlan(
                        plan.service(), plan.checks(), plan.standard().map(present -> present.by(change))))
                .toList();
        return new BotConfig(
                identity, changed, surelyUp, rules, retention, maintenance, channels, languages, branding, operators);
    }

    /** In the order of the file, each once. */
    private static List<ServiceId> meant(MaintenanceSettings planned, List<ServicePlan> services) {
        return services.stream()
                .map(ServicePlan::service)
                .filter(service -> planned.services().contains(service.id())
                        || service.group().filter(planned.groups()::contains).isPresent())
                .map(Service::id)
                .toList();
    }

    public Catalog catalog() {
        return Catalog.of(services.stream().map(ServicePlan::service).toList());
    }
}
