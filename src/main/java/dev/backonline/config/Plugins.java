package dev.backonline.config;

import dev.backonline.channel.ChannelKind;
import dev.backonline.check.CheckKind;
import dev.backonline.config.Binder.Reader;
import dev.backonline.config.ChannelPlan.ChannelSettings;
import dev.backonline.config.ChannelPlan.ChosenChannel;
import dev.backonline.config.CheckPlan.CheckSettings;
import dev.backonline.config.CheckPlan.ChosenCheck;
import dev.backonline.config.CheckPlan.ToldChecks;
import dev.backonline.config.Languages.Template;
import dev.backonline.config.Languages.TemplateReader;
import dev.backonline.message.TemplateCheck;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of checks and channels that the file may name, each by its {@code type}. */
public record Plugins(List<CheckKind<?>> checks, List<ChannelKind<?>> channels) {
    public Plugins {
        checks = List.copyOf(checks);
        channels = List.copyOf(channels);
    }

    /** All that the service loader finds, in the order of their names. */
    public static Plugins installed() {
        var checks = new ArrayList<CheckKind<?>>();
        var channels = new ArrayList<ChannelKind<?>>();
        ServiceLoader.load(CheckKind.class).forEach(checks::add);
        ServiceLoader.load(ChannelKind.class).forEach(channels::add);
        checks.sort(Comparator.comparing(CheckKind::type));
        channels.sort(Comparator.comparing(ChannelKind::type));
        return new Plugins(checks, channels);
    }

    /** How the types are read that depend on more than their own components. */
    Map<Class<?>, Reader> readers(Scalars scalars, Languages languages) {
        var templates = new TemplateReader(scalars, template -> new TemplateCheck().check(template));
        var told = new ToldChecks();
        return Map.of(
                ChosenCheck.class,
                (spot, binder) -> check(spot, binder, told),
                ChosenChannel.class,
                this::channel,
                Template.class,
                (spot, _) -> templates.read(spot),
                Locale.class,
                (spot, _) -> languages.read(spot));
    }

    private Optional<?> check(Spot spot, Binder binder, ToldChecks told) {
        var common = common(spot, binder, CheckSettings.class);
        var chosen = chosen(spot, named(checks, CheckKind::type)).flatMap(kind -> check(spot, binder, common, kind));
        chosen.ifPresent(it -> told.look(spot, it));
        return chosen;
    }

    private static <S extends Record> Optional<ChosenCheck<S>> check(
            Spot spot, Binder binder, Optional<CheckSettings> common, CheckKind<S> kind) {
        refuseUnknownKeys(spot, CheckSettings.class, kind.settings());
        var settings = binder.fill(spot, kind.settings());
        settings.ifPresent(it -> blame(spot, kind.mistakes(it)));
        return common.flatMap(it -> settings.map(own -> new ChosenCheck<>(it, kind, own)));
    }

    private Optional<?> channel(Spot spot, Binder binder) {
        var common = common(spot, binder, ChannelSettings.class);
        return chosen(spot, named(channels, ChannelKind::type)).flatMap(kind -> channel(spot, binder, common, kind));
    }

    private static <S extends Record> Optional<ChosenChannel<S>> channel(
            Spot spot, Binder binder, Optional<ChannelSettings> common, ChannelKind<S> kind) {
        refuseUnknownKeys(spot, ChannelSettings.class, kind.settings());
        var settings = binder.fill(spot, kind.settings());
        settings.ifPresent(it -> blame(spot, kind.mistakes(it)));
        settings.filter(it ->
                        kind.capabilities(it).allLanguages() && spot.children().containsKey("languages"))
                .ifPresent(
                        _ -> spot.blame("languages should be left out: '%s' carries all of the page's languages at once"
                                .formatted(kind.type())));
        settings.filter(_ -> common.filter(ChannelSettings::live).isPresent())
                .flatMap(kind::uneditable)
                .ifPresent(why -> spot.blame("live should be left out: " + why));
        return common.flatMap(it -> settings.map(own -> new ChosenChannel<>(it, kind, own)));
    }

    private static void blame(Spot spot, List<String> mistakes) {
        mistakes.stream().filter(mistake -> !spot.notes().isGuess(mistake)).forEach(spot::blame);
    }

    private static <T extends Record> Optional<T> common(Spot spot, Binder binder, Class<T> type) {
        return spot.entries().isEmpty() ? Optional.empty() : binder.fill(spot, type);
    }

    private static void refuseUnknownKeys(Spot spot, Class<? extends Record> common, Class<? extends Record> own) {
        var keys = new ArrayList<>(Binder.keys(common));
        keys.addAll(Binder.keys(own));
        spot.refuseUnknownKeys(keys);
    }

    private static <K> Map<String, K> named(List<K> kinds, Function<K, String> type) {
        return kinds.stream().collect(Collectors.toMap(type, kind -> kind));
    }

    /** The kind that {@code type} names; if there is no such key, that has been noted. */
    private static <K> Optional<K> chosen(Spot spot, Map<String, K> kinds) {
        return Optional.ofNullable(spot.children().get("type"))
                .filter(Spot::isText)
                .flatMap(type -> type.text()
                        .flatMap(name -> kinds.containsKey(name)
                                ? Optional.ofNullable(kinds.get(name))
                                : type.complain("'%s' is no known type".formatted(Spot.shown(name))
                                        + ConfigMistake.known(name, kinds.keySet()))));
    }
}
