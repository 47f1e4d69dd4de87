package dev.backonline.page.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.house.Golden;
import dev.backonline.page.Piazza;
import dev.backonline.page.Scene;
import dev.backonline.page.Tone;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Badges, as they are seen and as shields.io reads them. */
class BadgesTest {
    private final Badges badges = new Badges();

    @ParameterizedTest
    @MethodSource("dev.backonline.page.Scene#all")
    void a_badge_says_the_state_in_the_pages_language(Scene scene) {
        var folder = "page/" + scene.name();

        Golden.matches(folder + "/badge.svg", Piazza.written(badges, scene.model(), "/badge.svg"));
        Golden.matches(folder + "/badge.json", Piazza.written(badges, scene.model(), "/badge.json"));
    }

    @Test
    void each_service_has_its_own_in_each_language() {
        assertThat(Piazza.written(badges, Scene.OUTAGE.model(), "/en/services/calls/badge.json"))
                .isEqualTo("{\"schemaVersion\":1,\"label\":\"Calls\",\"message\":\"Down\",\"color\":\"#c4221f\","
                        + "\"isError\":false}");
        assertThat(Piazza.written(badges, Scene.OUTAGE.model(), "/services/shop/badge.svg"))
                .contains("aria-label=\"Negozio: Funziona\"");
    }

    @Test
    void a_name_is_only_text_in_a_picture() throws Exception {
        var svg = new Badge("<script>\"&'", "a < b", Tone.MAJOR).svg();

        var picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));

        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("<script>\"&': a < b");
    }

    @ParameterizedTest
    @EnumSource
    void the_words_can_be_read_on_every_colour(Tone tone) {
        var rgb = Integer.parseInt(new Badge("", "", tone).color().substring(1), 16);

        var luminance = 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);

        assertThat(1.05 / (luminance + 0.05)).isGreaterThanOrEqualTo(4.5);
    }

    /** WCAG 2.2's definition of relative luminance. */
    private static double linear(int channel) {
        var value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
