package dev.backonline.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.bot.setup.Proofreader;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.Plugins;
import dev.backonline.incident.Command;
import dev.backonline.incident.IncidentId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person's words are told whole, or refused before anything is told. */
class FittingTest {
    private static final String FILE = """
            page: { name: Town, url: https://status.example.org, languages: [en, it] }
            services:
              chat: { name: Chat, checks: [ { type: tcp, host: "127.0.0.1:9" } ] }
            channels:
              square: { type: mastodon, server: "https://social.example", token: made-up-token, languages: [it] }
              desk: { type: console }
            """;
    private static final IncidentId FIRST = new IncidentId("incident0001");

    private static Fitting fitting() {
        var read = new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", FILE);
        return new Fitting(new Proofreader(((Read) read).config()));
    }

    private static Command.Post post(Optional<IncidentId> incident, Map<Locale, String> texts) {
        return new Command.Post(
                "ada",
                incident,
                List.of(new ServiceId("chat")),
                Optional.of(ServiceState.MAJOR_OUTAGE),
                Optional.empty(),
                texts);
    }

    static Stream<Command> words_that_fit_nowhere_are_refused_with_the_channel_and_the_rule() {
        var endless = Map.of(Locale.ENGLISH, "Short.", Locale.ITALIAN, "x".repeat(501));
        return Stream.of(
                post(Optional.empty(), endless),
                post(Optional.of(FIRST), endless),
                new Command.Resolve("ada", FIRST, endless),
                new Command.Correct("ada", FIRST, endless),
                new Command.Resolve("ada", FIRST, Map.of(Locale.ENGLISH, "x".repeat(501))));
    }

    @ParameterizedTest
    @MethodSource
    void words_that_fit_nowhere_are_refused_with_the_channel_and_the_rule(Command command) {
        var flaw = fitting().flaw(command);

        assertThat(flaw)
                .hasValueSatisfying(text -> assertThat(text)
                        .matches("the text in 'it' is too long for channel 'square': with what is said around it"
                                + " \\d{3} of at most 500 characters(; the text in 'en' .*)?; nothing was done"));
    }

    static Stream<Command> words_that_fit_are_taken() {
        var words = Map.of(Locale.ENGLISH, "A cable was cut.", Locale.ITALIAN, "y".repeat(330));
        return Stream.of(
                post(Optional.empty(), words),
                post(Optional.of(FIRST), words),
                new Command.Resolve("ada", FIRST, words),
                new Command.Correct("ada", FIRST, words),
                new Command.Resolve("ada", FIRST, Map.of()),
                new Command.Mute("ada", "a drill"));
    }

    @ParameterizedTest
    @MethodSource
    void words_that_fit_are_taken(Command command) {
        var flaw = fitting().flaw(command);

        assertThat(flaw).isEmpty();
    }
}
