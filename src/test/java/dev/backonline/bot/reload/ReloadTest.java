package dev.backonline.bot.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.config.BotConfig;
import dev.backonline.config.ConfigMistake;
import dev.backonline.config.ConfigReader;
import dev.backonline.config.ConfigReader.Read;
import dev.backonline.config.Plugins;
import dev.backonline.incident.Alarm;
import dev.backonline.incident.Change;
import dev.backonline.incident.Incident;
import dev.backonline.incident.IncidentId;
import dev.backonline.incident.Involved;
import dev.backonline.incident.Status;
import dev.backonline.incident.Transition;
import dev.backonline.incident.Update;
import dev.backonline.outbox.ChannelId;
import dev.backonline.outbox.Delivery;
import dev.backonline.outbox.Recipient;
import dev.backonline.store.Store;
import dev.backonline.store.memory.MemoryStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on a disk that somebody changes, well or badly, while a bot goes by it. */
class ReloadTest {
    private static final ServiceId CHAT = new ServiceId("chat");
    private static final Instant START = Instant.parse("2026-11-26T13:00:00Z");
    private static final String GOOD = """
            page: { name: Example, url: "https://status.example.org", languages: [en] }
            canaries: [ { type: tcp, host: "resolver.example.net:53" } ]
            services:
              chat: { name: Chat, checks: [ { type: tcp, host: "chat.example.org:443" } ] }
            channels:
              hook: { type: webhook, url: "https://hook.example.org/", secret: "${file:secret}" }
              desk: { type: console, audience: internal }
            """;
    private static final String FIRST_SECRET = "whsec_bWFkZS11cC1maXJzdC1zZWNyZXQtMTIzNA==";
    private static final String SECOND_SECRET = "whsec_bWFkZS11cC1zZWNvbmQtc2VjcmV0LTEyMw==";

    @TempDir
    private Path folder;

    private final Store store = new MemoryStore().store();
    private final SimpleMeterRegistry figures = new SimpleMeterRegistry();
    private final List<BotConfig> taken = new ArrayList<>();
    private Instant now = START;
    private final Acceptance acceptance = new Acceptance(() -> now, figures);
    private boolean broken;
    private Path file = Path.of("backonline.yaml");
    private Optional<Reload> reload = Optional.empty();

    @BeforeEach
    void begin() throws IOException {
        file = folder.resolve("backonline.yaml");
        Files.writeString(file, GOOD);
        Files.writeString(folder.resolve("secret"), FIRST_SECRET);
        goBy(file);
    }

    private void goBy(Path path) {
        var reader = new ConfigReader(Plugins.installed(), _ -> Optional.empty());
        var editions = new Editions(opened -> reader.read(path, opened));
        taken.clear();
        taken.add(((Read) editions.read()).config());
        var bearer = new Reload.Bearer(taken::getLast, this::take);
        reload = Optional.of(new Reload(editions, new OpenThreads(store, () -> now), acceptance, bearer));
    }

    private void take(BotConfig next) {
        if (broken) {
            throw new IllegalStateException("a bug");
        }
        taken.add(next);
    }

    /** So often that whatever has held still is taken in. */
    private void look() {
        for (var times = 0; times < 3; times++) {
            once();
        }
    }

    private void once() {
        now = now.plus(reload.orElseThrow().look());
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    private double figure(String name) {
        return figures.get(name).gauge().value();
    }

    private List<String> mistakes() {
        return acceptance.mistakes().stream().map(ConfigMistake::message).toList();
    }

    @Test
    void while_nothing_changes_nothing_is_taken_in() {
        look();

        assertThat(taken).hasSize(1);
        assertThat(acceptance.accepted()).isEqualTo(START);
        assertThat(figure("backonline.config.last.reload.successful")).isEqualTo(1);
    }

    @Test
    void a_changed_file_is_taken_in_once_it_has_held_from_one_look_to_the_next() throws IOException {
        write(GOOD.replace("name: Chat", "name: Chats"));
        once();
        assertThat(taken).hasSize(1);

        look();

        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().services().getFirst().service().name().in(Locale.ENGLISH))
                .isEqualTo("Chats");
        assertThat(acceptance.accepted()).isAfter(START);
        assertThat(figure("backonline.config.last.reload.success.timestamp"))
                .isGreaterThan((double) START.getEpochSecond());
    }

    @Test
    void one_that_is_still_being_written_is_waited_for() throws IOException {
        for (var part = 40; part < GOOD.length(); part += 40) {
            write(GOOD.substring(0, part));
            once();
        }

        assertThat(acceptance.isAccepted()).isTrue();
        assertThat(taken).hasSize(1);
    }

    @Test
    void a_bad_file_changes_nothing_and_every_mistake_in_it_is_said() throws IOException {
        write(GOOD.replace("type: tcp, host: \"chat", "type: tpc, host: \"chat")
                .replace("languages: [en]", "languages: [xx]"));

        look();

        assertThat(taken).hasSize(1);
        assertThat(acceptance.mistakes()).extracting(ConfigMistake::line).containsExactly(1, 4);
        assertThat(mistakes().getLast()).contains("'tpc' is no known type");
        assertThat(figure("backonline.config.last.reload.successful")).isZero();
        assertThat(acceptance.misread())
                .hasValueSatisfying(alarm -> assertThat(alarm)
                        .returns(2, Alarm.Misread::mistakes)
                        .returns(file.toString(), Alarm.Misread::file)
                        .extracting(Alarm.Misread::why)
                        .asString()
                        .startsWith("the bot goes on by the file as it was: " + file + ":1:")
                        .endsWith(" and 1 more"));
    }

    @Test
    void a_bad_file_that_is_put_back_as_it_was_is_no_news() throws IOException {
        write("page:");
        look();
        assertThat(acceptance.isAccepted()).isFalse();

        write(GOOD);
        look();

        assertThat(acceptance.isAccepted()).isTrue();
        assertThat(acceptance.misread()).isEmpty();
        assertThat(taken).hasSize(1);
    }

    @Test
    void a_file_that_is_gone_changes_nothing_and_is_said() throws IOException {
        Files.delete(file);

        look();

        assertThat(taken).hasSize(1);
        assertThat(mistakes()).containsExactly("there is no such file.");
    }

    @Test
    void a_secret_that_changes_in_its_file_is_taken_in() throws IOException {
        Files.writeString(folder.resolve("secret"), SECOND_SECRET);

        look();

        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().channels().getFirst().settings())
                .isNotEqualTo(taken.getFirst().channels().getFirst().settings());
    }

    @Test
    void a_secret_that_is_empty_is_said_without_it_and_changes_nothing() throws IOException {
        Files.writeString(folder.resolve("secret"), "");

        look();

        assertThat(taken).hasSize(1);
        assertThat(mistakes()).containsExactly("channels.hook.secret needs the file 'secret', which is empty.");
    }

    /** As Kubernetes changes a ConfigMap: the name stays, and a link on the way to it is swapped. */
    @Test
    void a_file_behind_a_link_that_is_swapped_is_taken_in() throws IOException {
        var one = Files.createDirectory(folder.resolve("one"));
        var other = Files.createDirectory(folder.resolve("other"));
        for (var place : List.of(one, other)) {
            Files.writeString(
                    place.resolve("backonline.yaml"), place.equals(one) ? GOOD : GOOD.replace("Chat", "Chats"));
            Files.writeString(place.resolve("secret"), FIRST_SECRET);
        }
        var data = Files.createSymbolicLink(folder.resolve("..data"), one);
        var mounted = Files.createDirectory(folder.resolve("mounted"));
        for (var name : List.of("backonline.yaml", "secret")) {
            Files.createSymbolicLink(mounted.resolve(name), data.resolve(name));
        }
        goBy(mounted.resolve("backonline.yaml"));

        Files.delete(data);
        Files.createSymbolicLink(data, other);
        look();

        assertThat(taken).hasSize(2);
    }

    private void told(ChannelId channel) {
        var problem = new Transition.Problem(List.of(CHAT), Optional.empty());
        var update = new Update(1, now, Status.INVESTIGATING, problem, "HTTP 503");
        var incident = new Incident(
                new IncidentId("incident0001"),
                1,
                Status.INVESTIGATING,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(new Involved(CHAT, ServiceState.MAJOR_OUTAGE, now)),
                List.of(update));
        var recipient = new Recipient(channel, Locale.ENGLISH);
        store.ledger().record(new Change(incident), List.of(Delivery.of(incident.id(), 1, recipient, now)));
    }

    private void unheard() {
        store.outbox().open(10).forEach(one -> store.outbox().advance(List.of(one.superseded("dropped by a person"))));
    }

    @Test
    void a_channel_where_something_is_still_told_cannot_go_until_it_is_over() throws IOException {
        told(new ChannelId("hook"));
        write(GOOD.replaceAll(" *hook: .*\n", ""));

        look();

        assertThat(taken).hasSize(1);
        assertThat(mistakes())
                .containsExactly("channels lacks 'hook', where incident incident0001 is still told: keep it with"
                        + " 'closing: true' until that is over.");
        unheard();
        look();
        assertThat(taken).hasSize(2);
        assertThat(acceptance.isAccepted()).isTrue();
    }

    @Test
    void a_channel_where_nothing_is_told_can_go() throws IOException {
        told(new ChannelId("desk"));
        write(GOOD.replaceAll(" *hook: .*\n", ""));

        look();

        assertThat(taken).hasSize(2);
    }

    @Test
    void a_bug_of_ours_is_said_and_not_tried_again_and_again() throws IOException {
        broken = true;
        write(GOOD.replace("name: Chat", "name: Chats"));
        once();

        assertThatThrownBy(this::once).hasMessage("a bug");

        assertThat(mistakes())
                .containsExactly("the file has no mistakes, but a bug of ours was met when the bot was to go by it.");
        look();
        assertThat(taken).hasSize(1);
        assertThat(acceptance.isAccepted()).isFalse();
    }
}
