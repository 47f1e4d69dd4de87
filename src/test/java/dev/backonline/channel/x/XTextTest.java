package dev.backonline.channel.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.twitter.twittertext.Extractor;
import com.twitter.twittertext.TwitterTextParser;
import dev.backonline.channel.Posts;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is posted links nothing but what it should, and weighs what the network's own library says. */
class XTextTest {
    private static final ZonedDateTime AT = Posts.AT.atZone(ZoneId.of("Europe/Rome"));
    private static final XText PLAIN = new XText(false);
    private static final XText LINKED = new XText(true);

    /** Pieces of texts: words, signs, hosts, addresses, scripts and emoji, each with what may stand beside it. */
    private static final List<String> PIECES = List.of(
            "Problems",
            " ",
            ". ",
            "…",
            "→",
            "–",
            "’",
            "è",
            "e\u0301",
            "č",
            "你好",
            "日本語。",
            "한국",
            "ไทย",
            "क्ष",
            "العربية",
            "👍",
            "👍🏽",
            "👨‍👩‍👧‍👦",
            "🇮🇹",
            "🇽🇽",
            "1️⃣",
            "©",
            "©️",
            "™",
            "❤️",
            "❤",
            "☎",
            "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
            "🫠",
            "🧑‍🚀",
            "@you",
            "#tag",
            "$TAG",
            "$5",
            "＠you",
            "＃tag",
            "a@b.com",
            "status.example.app",
            "v1.2.is",
            "v1.2",
            "1.5",
            "münchen.de",
            "例え.jp",
            "xn--p1ai.com",
            "foo.бг",
            "9to5.mac.com",
            "sub_domain.example.com",
            "https://status.example.org/incidents/k3xw9b2m4q7z",
            "https://status.example.org",
            "http://localhost:8080/x",
            "http://127.0.0.1:8080/x",
            "https://status.example/x",
            "https://a.io/x?y=z#t",
            "http://a.co.uk:8443/a_b-c",
            "HTTPS://A.com",
            "ftp://a.com",
            "(",
            ")",
            "/",
            "-",
            "_",
            ":",
            "\n",
            "x");

    private static int judged(String text) {
        return TwitterTextParser.parseTweet(text).weightedLength;
    }

    private static String randomText(int seed) {
        var random = new Random(seed);
        return IntStream.range(0, 1 + random.nextInt(9))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .map(piece -> piece.startsWith("http") ? piece + " " : piece)
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }

    private static Stream<String> randomTexts() {
        return IntStream.range(0, 3_000).mapToObj(XTextTest::randomText);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello",
                "Perché è così.",
                "… and →",
                "e\u0301",
                "你好",
                "👍🏽 🇮🇹 ❤️ 🚀",
                "v1.2.is down",
                "status.example.app",
                "See https://status.example.org/incidents/k3xw9b2m4q7z",
                "At http://localhost:8080/incidents/k3xw9b2m4q7z, for example",
                "@you and #tag and $TAG",
            })
    void a_usual_text_weighs_to_the_character_what_the_library_says(String text) {
        assertThat(PLAIN.count(text)).isEqualTo(judged(PLAIN.posted(text, AT)));
        assertThat(LINKED.count(text)).isEqualTo(judged(LINKED.posted(text, AT)));
    }

    @Test
    void no_text_weighs_less_than_the_library_says() {
        var light = randomTexts()
                .filter(text -> PLAIN.count(text) < judged(PLAIN.posted(text, AT))
                        || LINKED.count(text) < judged(LINKED.posted(text, AT)));

        assertThat(light).isEmpty();
    }

    @Test
    void most_texts_weigh_just_that() {
        var same = IntStream.range(0, 2_000)
                .mapToObj(XTextTest::randomText)
                .filter(text -> PLAIN.count(text) == judged(PLAIN.posted(text, AT)))
                .count();

        assertThat(same).isGreaterThan(900);
    }

    @Test
    void without_links_there_is_nothing_to_press() {
        var pressed = randomTexts()
                .map(text -> new Extractor().extractEntitiesWithIndices(PLAIN.posted(text, AT)))
                .filter(found -> !found.isEmpty());

        assertThat(pressed).isEmpty();
    }

    @Test
    void with_links_only_addresses_are() {
        var pressed = randomTexts()
                .flatMap(text -> new Extractor().extractEntitiesWithIndices(LINKED.posted(text, AT)).stream())
                .filter(found -> !found.getValue().startsWith("http"));

        assertThat(pressed).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Problems. https://s.example/i/1 | Problems. (2026-11-22 21:04)",
                "Problems | Problems (2026-11-22 21:04)",
                "See https://s.example.org/a.b now | See https://s.\u2060example.\u2060org/a.\u2060b now (2026-11-22 21:04)",
                "v1.2.is down | v1.2.\u2060is down (2026-11-22 21:04)",
            })
    void without_links_the_address_at_the_end_is_left_out(String text, String posted) {
        assertThat(PLAIN.posted(text, AT)).isEqualTo(posted);
    }

    @Test
    void with_links_the_address_stays_at_the_end() {
        assertThat(LINKED.posted("Problems. https://s.example.org/i/1", AT))
                .isEqualTo("Problems. (2026-11-22 21:04) https://s.example.org/i/1");
    }

    @Test
    void two_updates_with_the_same_words_are_two_texts() {
        assertThat(PLAIN.posted("Still.", AT)).isNotEqualTo(PLAIN.posted("Still.", AT.plusMinutes(1)));
    }
}
