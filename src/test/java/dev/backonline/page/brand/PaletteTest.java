package dev.backonline.page.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the file says of colours, everything can be read. */
class PaletteTest {
    @Test
    void the_contrast_is_that_of_wcag() {
        var black = Colour.parse("#000");
        var white = Colour.parse("#FFFFFF");

        assertThat(black.contrast(white)).isEqualTo(21, within(0.001));
        assertThat(white.contrast(white)).isEqualTo(1, within(0.001));
        assertThat(Colour.parse("#767676").contrast(white)).isEqualTo(4.54, within(0.01));
    }

    @Test
    void our_own_colours_can_be_read_on_whatever_is_behind_them() {
        for (var night : new boolean[] {false, true}) {
            assertThat(Arrays.stream(Shade.values()).filter(Shade::isWritten))
                    .allSatisfy(ink -> assertThat(ink.grounds())
                            .isNotEmpty()
                            .allSatisfy(ground -> assertThat(ink.usual(night).contrast(ground.usual(night)))
                                    .as(ink + " on " + ground)
                                    .isGreaterThanOrEqualTo(4.5)));
        }
    }

    @Test
    void a_link_that_is_hard_to_read_is_complained_of_at_its_own_key() {
        var palette = new Palette(Map.of(Shade.ACCENT, Colour.parse("#fc0")), Map.of());

        var unreadable = palette.unreadable();

        assertThat(unreadable).singleElement().satisfies(one -> {
            assertThat(one.inTheDark()).isFalse();
            assertThat(one.shade()).isEqualTo(Shade.ACCENT);
            assertThat(one.sentence())
                    .isEqualTo("makes accent '#ffcc00' on paper '#f6f6f3' hard to read:"
                            + " the contrast is 1.3:1 and should be at least 4.5:1");
        });
    }

    @Test
    void a_paper_on_which_our_words_of_state_cannot_be_read_is_complained_of_too() {
        var palette =
                new Palette(Map.of(), Map.of(Shade.CARD, Colour.parse("#6b6b6b"), Shade.INK, Colour.parse("#ffffff")));

        var unreadable = palette.unreadable();

        assertThat(unreadable).singleElement().satisfies(one -> {
            assertThat(one.inTheDark()).isTrue();
            assertThat(one.shade()).isEqualTo(Shade.CARD);
        });
    }

    @Test
    void what_the_file_says_is_in_the_style_and_the_rest_is_ours() {
        var palette = new Palette(Map.of(Shade.PAPER, Colour.parse("#ffffff")), Map.of());

        var css = palette.css();

        assertThat(palette.unreadable()).isEmpty();
        assertThat(css).contains("--paper: #ffffff;", "--paper: #121416;", "--ink: #1b1d1f;");
    }

    @Test
    void a_colour_is_written_in_hexadecimal() {
        assertThat(Stream.of("red", "#12", "#12345g", "rgb(0,0,0)"))
                .allSatisfy(text -> assertThatThrownBy(() -> Colour.parse(text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("'%s' should be a colour such as \"#1f4fa8\"", text));
    }
}
