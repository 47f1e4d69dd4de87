package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.backonline.page.Chromium;
import dev.backonline.page.Chromium.Reader;
import dev.backonline.page.Exhibit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a real browser, over a real socket, in every situation. Pictures of it are left in {@code target/screenshots}. */
class PageInBrowserIT {
    private static final List<Integer> WIDTHS = List.of(360, 768, 1280);
    private static Chromium chromium;
    private static String axe;

    private LoopbackPage served;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        try (var in = Objects.requireNonNull(PageInBrowserIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void serve(@TempDir Path data) {
        served = new LoopbackPage(data);
    }

    @AfterEach
    void stop() {
        served.close();
    }

    static Stream<Exhibit> exhibits() {
        return Exhibit.all();
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void every_situation_reads_well_at_every_width_by_day_and_by_night(Exhibit exhibit) {
        served.show(exhibit.model());
        var language = exhibit.model().identity().languages().getFirst().toLanguageTag();

        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : WIDTHS) {
                var page = chromium.open(Reader.USUAL.wide(width).in(scheme), served.at("/" + language + "/"));
                picture(page, "%s-%s-%d".formatted(exhibit.name(), scheme, width));
                assertThat(violations(page)).isEmpty();
                assertThat(overflow(page)).isEqualTo(0);
                page.context().close();
            }
        }
        assertThat(chromium.complaints()).filteredOn(one -> !one.contains("/events") && !one.contains("404")).isEmpty();
    }

    private static Object overflow(Page page) {
        return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private static List<?> violations(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate("""
                async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
                  .violations.map(one => one.id + ": " + one.nodes.map(node => node.html + " " + node.failureSummary).join("; "))
                """);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("basedir", "."), "target/screenshots", name + ".png"))
                .setFullPage(true));
    }
}
