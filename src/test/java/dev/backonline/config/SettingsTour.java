package dev.backonline.config;

import dev.backonline.catalog.Translated;
import dev.backonline.channel.ChannelKind;
import dev.backonline.check.CheckKind;
import dev.backonline.config.ChannelPlan.ChannelSettings;
import dev.backonline.config.CheckPlan.CheckSettings;
import dev.backonline.config.ConfigMistake.Notes;
import dev.backonline.config.Languages.LanguageFile;
import dev.backonline.config.Languages.Template;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Goes through all that the binder can be asked for: settings records, what is in them, and the types of values. */
final class SettingsTour {
    private final Set<Class<?>> types = new LinkedHashSet<>();

    SettingsTour(Plugins plugins) {
        visit(BackonlineFile.class);
        visit(CheckSettings.class);
        visit(ChannelSettings.class);
        visit(LanguageFile.class);
        plugins.checks().stream().map(CheckKind::settings).forEach(this::visit);
        plugins.channels().stream().map(ChannelKind::settings).forEach(this::visit);
    }

    /** All components of settings that stand in the file. */
    Stream<RecordComponent> components() {
        return types.stream()
                .filter(type -> isSettings(type) && type != LanguageFile.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    /** All types that are made by reflection: settings records, and types of values with a {@code parse} of their own. */
    List<Class<?>> reflected() {
        return types.stream()
                .filter(type -> isSettings(type) || (Form.known(type).isEmpty() && !Scalars.isNamed(type)))
                .filter(type -> type != Translated.class && type != Template.class)
                .toList();
    }

    private static boolean isSettings(Class<?> type) {
        return Binder.isSettings(type) && type != Translated.class && type != Template.class;
    }

    private void visit(Type type) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(this::visit);
        } else if (type instanceof Class<?> plain && types.add(plain) && isSettings(plain)) {
            Arrays.stream(plain.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .filter(it -> !it.getTypeName().contains("$Chosen"))
                    .forEach(this::visit);
        }
    }

    /** What is wrong with a default or an example of this component. */
    static List<ConfigMistake> complaints(Plugins plugins, RecordComponent component, String text) {
        var placeholders = new Placeholders(Optional.empty(), Path.of(""));
        var notes = new Notes(component.toString(), placeholders);
        var scalars = new Scalars(placeholders);
        YamlFile.root(text, notes).ifPresent(root -> {
            var spot = new Spot(root.node(), root.key(), "channels.example", notes);
            var binder =
                    new Binder(scalars, plugins.readers(scalars, new Languages(spot, scalars)), Scalars.Bases.NONE);
            var type = component.getType() == Optional.class
                    ? ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                    : component.getGenericType();
            binder.value(spot, type);
        });
        return notes.inOrder();
    }
}
