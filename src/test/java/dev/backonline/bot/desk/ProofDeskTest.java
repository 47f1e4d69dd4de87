package dev.backonline.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.Plugins;
import dev.backonline.incident.Command;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Restraint;
import dev.backonline.incident.Restraint.Draft;
import dev.backonline.incident.Restraint.Mute;
import dev.backonline.incident.Situation;
import dev.backonline.operator.command.Galleys.Galley;
import dev.backonline.operator.command.Galleys.Pull;
import dev.backonline.outbox.Announcer;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import dev.backonline.verdict.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a command would have told is seen beforehand, word for word, and nothing is done. */
class ProofDeskTest {
    private static final String FILE = """
            page: { name: Town, url: https://status.example.org, languages: [en, it] }
            services:
              chat: { name: Chat, checks: [ { type: tcp, host: "127.0.0.1:9" } ] }
            publish: { problem-after: 0s, approve: always }
            channels:
              square: { type: mastodon, server: "https://social.example", token: made-up-token, languages: [it, en] }
              desk: { type: console, approve: always }
            """;
    private static final Instant NOW = Instant.parse("2026-11-24T20:04:00Z");
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final IncidentId DRAFTED = new IncidentId("a1b2c3d4e5f6");
    private static final Command APPROVE = new Command.Approve("ada", DRAFTED);

    private final Store store = new MemoryStore().store();
    private Verdict verdict =
            new Verdict.Failing(CHAT, ServiceState.MAJOR_OUTAGE, NOW.minusSeconds(60), NOW, "HTTP 503");
    private Restraint restraint = new Restraint(Optional.empty(), List.of(draft()), List.of());

    private static Draft draft() {
        return new Draft(
                DRAFTED,
                List.of(CHAT),
                ServiceState.MAJOR_OUTAGE,
                NOW.minusSeconds(50),
                NOW.plusSeconds(600),
                Optional.empty(),
                "HTTP 503 (approve: always)");
    }

    private static BotConfig config() {
        var read = new ConfigReader(Plugins.installed(), _ -> Optional.empty()).read("backonline.yaml", FILE);
        return ((Read) read).config();
    }

    private Pull pull(Command command) {
        var config = config();
        var subscriptions =
                config.channels().stream().map(plan -> plan.subscription()).toList();
        var registry = new Registry(
                store,
                new Announcer(subscriptions, Duration.ofMinutes(15)),
                new NewsLog(new SimpleMeterRegistry(), _ -> {}),
                config.identity().zone());
        var situation = new Situation(List.of(), Map.of(CHAT, verdict), new Situation.Unwatched(), restraint);
        return new ProofDesk(config, registry, _ -> situation, () -> NOW).pull(command);
    }

    private static Command.Post post(Map<Locale, String> texts) {
        return new Command.Post(
                "ada",
                Optional.empty(),
                List.of(CHAT),
                Optional.of(ServiceState.PARTIAL_OUTAGE),
                Optional.empty(),
                texts);
    }

    private static String place(Galley galley) {
        return galley.channel() + "/" + galley.language() + " " + galley.note();
    }

    @Test
    void a_draft_is_seen_as_each_channel_would_tell_it_and_stays_a_draft() {
        var pulled = (Pull.Drawn) pull(APPROVE);

        assertThat(pulled.galleys())
                .extracting(ProofDeskTest::place)
                .containsExactly("square/it ", "square/en ", "desk/en ");
        assertThat(pulled.galleys().getFirst().text())
                .startsWith("Potresti notare problemi con Chat")
                .contains("https://status.example.org/incidents/a1b2c3d4e5f6");
        assertThat(pulled.galleys().getLast().text()).startsWith("You may notice problems with Chat");
        assertThat(pulled.notes()).isEmpty();
        assertThat(store.outbox().of(DRAFTED)).isEmpty();
        assertThat(store.incidents().find(DRAFTED)).isEmpty();
        assertThat(store.restraints().restraint()).isEqualTo(Restraint.NONE);
    }

    @Test
    void a_draft_that_is_not_so_at_the_moment_says_so() {
        verdict = new Verdict.Unknown(CHAT, NOW, "nothing is heard");

        assertThat(pull(APPROVE))
                .isEqualTo(new Pull.Drawn(
                        List.of(), List.of("at this moment it is not so; it is told as soon as it is so again")));
    }

    @Test
    void a_draft_under_a_mute_says_what_is_told_afterwards() {
        var mute = new Mute("ada", NOW, "a drill");
        restraint = new Restraint(Optional.of(mute), restraint.drafts(), List.of());

        var pulled = (Pull.Drawn) pull(APPROVE);

        assertThat(pulled.galleys()).hasSize(3);
        assertThat(pulled.notes()).containsExactly("it is muted, so it is told once that is lifted");
    }

    @Test
    void a_persons_words_are_seen_with_all_that_is_around_them() {
        var pulled = (Pull.Drawn) pull(post(Map.of(Locale.ENGLISH, "A cable was cut.")));

        assertThat(pulled.galleys())
                .hasSize(3)
                .allSatisfy(galley -> assertThat(galley.text())
                        .contains("A cable was cut.")
                        .contains("https://status.example.org/incidents/"));
        assertThat(store.incidents().newest(10)).isEmpty();
    }

    @Test
    void what_would_be_refused_is_refused_in_the_same_words() {
        assertThat(pull(new Command.Resolve("ada", new IncidentId("incident0001"), Map.of())))
                .isEqualTo(new Pull.Refused("there is no incident 'incident0001'; nothing was done"));
        assertThat(pull(new Command.Approve("ada", new IncidentId("incident0001"))))
                .isEqualTo(new Pull.Refused("nothing of incident 'incident0001' waits for approval; nothing was done"));
        assertThat(pull(post(Map.of(Locale.ENGLISH, "x".repeat(501)))))
                .isInstanceOfSatisfying(
                        Pull.Refused.class,
                        refused -> assertThat(refused.why()).contains("is too long for channel 'square'"));
    }
}
