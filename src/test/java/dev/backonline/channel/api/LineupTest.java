package dev.backonline.channel.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.channel.Posts;
import dev.backonline.channel.Sighting;
import dev.backonline.channel.api.Lineup.Suspect;
import dev.backonline.message.Saying;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** In a room where anybody may say anything, only what we said is taken for ours. */
class LineupTest {
    private static final String US = "us";
    private static final String KEY = "key";

    private static final Frozen FROZEN =
            new Frozen(Saying.PROBLEM, KEY, "", "Text", Posts.AT, Optional.empty(), Optional.empty(), true);

    private Optional<String> claimed = Optional.empty();
    private boolean asked;

    private static Suspect suspect(String id, String author, String key, String text) {
        var post = new Match.Listed(
                new Posted(id, Optional.empty()), Optional.empty(), text, Optional.of(Posts.AT.plusSeconds(1)));
        return new Suspect(post, shown(author), shown(key));
    }

    private static Optional<String> shown(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    private Sighting choose(Suspect... suspects) {
        var match = new Match(FROZEN, id -> claimed.filter(id::equals).isPresent(), Match::isUpTo, "Text"::equals);
        return new Lineup(match, KEY, this::ask).choose(Stream.of(suspects));
    }

    private Sighting ask(Function<String, Sighting> look) {
        asked = true;
        return look.apply(US);
    }

    private static Sighting seen(String id) {
        return new Sighting.Seen(new Posted(id, Optional.empty()));
    }

    @Test
    void our_key_decides_whatever_became_of_the_text() {
        assertThat(choose(suspect("2", US, KEY, "Edited"), suspect("1", US, "", "Text")))
                .isEqualTo(seen("2"));
    }

    @Test
    void another_key_is_another_post() {
        assertThat(choose(suspect("1", US, "other", "Text"))).isEqualTo(new Sighting.Nothing());
        assertThat(asked).isFalse();
    }

    @Test
    void without_a_key_it_is_known_by_its_text() {
        assertThat(choose(suspect("1", US, "", "Other"), suspect("3", US, "", "Text"), suspect("2", US, "", "Text")))
                .isEqualTo(seen("2"));
    }

    @Test
    void who_repeats_us_is_not_us() {
        assertThat(choose(suspect("1", "them", KEY, "Text"), suspect("2", "them", "", "Text")))
                .isEqualTo(new Sighting.Nothing());
        assertThat(choose(suspect("1", "them", KEY, "Text"), suspect("2", US, "", "Text")))
                .isEqualTo(seen("2"));
    }

    @Test
    void where_no_author_is_shown_only_the_key_is_proof() {
        assertThat(choose(suspect("1", "", "", "Text"))).isEqualTo(new Sighting.Nothing());
        assertThat(choose(suspect("1", "", KEY, "Text"))).isEqualTo(seen("1"));
    }

    @Test
    void what_belongs_to_another_delivery_is_not_it() {
        claimed = Optional.of("1");

        assertThat(choose(suspect("1", US, KEY, "Text"))).isEqualTo(new Sighting.Nothing());
        assertThat(choose(suspect("1", US, "", "Text"))).isEqualTo(new Sighting.Nothing());
    }

    @Test
    void nobody_is_asked_who_we_are_for_nothing() {
        assertThat(choose()).isEqualTo(new Sighting.Nothing());
        assertThat(asked).isFalse();
    }
}
