package dev.backonline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where one entry of the file means several targets, each is a channel of its own, whose name stays the same whatever is beside it. */
class SpreadChannelsTest {
    private static final String FILE = """
            page: { name: Example, url: "https://status.example.org", languages: [en] }
            services: { chat: { name: Chat, checks: [ { type: http, url: "https://chat.example.org" } ] } }
            channels:
              desk: { type: console }
              NAME: { type: email, server: "mail.example.org:587", from: status@example.org, to: [TO], languages: [en, it] }
            """;

    private static List<ChannelPlan<?>> channels(String name, String addresses) {
        var reader = new ConfigReader(Plugins.installed(), _ -> Optional.empty());
        var result = reader.read("backonline.yaml", FILE.replace("NAME", name).replace("TO", addresses));

        assertThat(result).isInstanceOf(ConfigReader.Read.class);
        return result instanceof ConfigReader.Read read ? read.config().channels() : List.of();
    }

    private static List<String> names(String name, String addresses) {
        return channels(name, addresses).stream()
                .map(plan -> plan.subscription().channel().value())
                .toList();
    }

    @Test
    void each_address_is_a_channel_that_is_told_the_same() {
        var channels = channels("letters", "a@example.org, b@example.org");

        assertThat(channels).hasSize(3);
        assertThat(channels.subList(1, 3))
                .allSatisfy(plan -> assertThat(plan.subscription().languages()).hasSize(2));
    }

    @Test
    void the_name_of_each_shows_no_address() {
        assertThat(names("letters", "a@example.org, b@example.org")).first().isEqualTo("desk");
        assertThat(names("letters", "a@example.org, b@example.org").subList(1, 3))
                .allMatch(name -> name.matches("letters-[a-z0-9]{6}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void another_address_changes_no_name() {
        assertThat(names("letters", "b@example.org, a@example.org, c@example.org"))
                .containsAll(names("letters", "a@example.org, b@example.org"));
    }

    @Test
    void the_longest_name_has_room_for_it() {
        assertThat(names("l".repeat(40), "a@example.org").getLast()).matches("l{33}-[a-z0-9]{6}");
    }
}
