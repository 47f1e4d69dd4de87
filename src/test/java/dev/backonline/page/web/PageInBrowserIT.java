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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page in a real browser, over a real socket, in every situation. Pictures of it are left in {@code target/screenshots}. */
class PageInBrowserIT {
    /** The narrowest of WCAG 2.2, success criterion 1.4.10. */
    private static final int NARROWEST = 320;

    /** Ours: Web Vitals calls up to 0.1 good. */
    private static final double MOST_SHIFT = 0.01;
    /** How many milliseconds a script is held back: any page that does not wait for it is painted by then. */
    private static final int HELD = 1_000;

    /** How far what was already painted has moved, as the Layout Instability API counts it; it tells of frames afterwards. */
    private static final String SHIFTED = """
            () => new Promise(done => {
              let moved = 0;
              new PerformanceObserver(list => list.getEntries().forEach(one => { moved += one.value; }))
                .observe({ type: 'layout-shift', buffered: true });
              requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 100)));
            })
            """;

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
        var language = exhibit.model().identity().language().toLanguageTag();

        try (var page = chromium.open(Reader.USUAL, served.at("/" + language + "/"))) {
            isFine(page, exhibit.name());
        }
    }

    @Test
    void the_pages_behind_the_first_read_as_well() {
        served.show(Exhibit.OVER.model());

        for (var path : List.of("incidents/abcdef000001", "services/messages", "history", "nowhere")) {
            try (var page = chromium.open(Reader.USUAL, served.at("/en/" + path))) {
                page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
                isFine(page, path.replaceAll("/.*", ""));
            }
        }
    }

    @Test
    void without_scripts_everything_can_be_read() {
        served.show(Exhibit.OUTAGE.model());

        try (var page = chromium.open(Reader.USUAL.withoutScripts(), served.at("/en/"))) {
            page.locator("summary").first().click();

            assertThat(page.locator("h1").innerText()).contains("major outage");
            assertThat(page.locator("details[open] .steps li").first().isVisible())
                    .isTrue();
            assertThat(page.locator("time").first().innerText()).contains("GMT+2");
        }
    }

    @Test
    void a_reader_elsewhere_sees_their_own_time_beside_the_pages() {
        served.show(Exhibit.OUTAGE.model());

        try (var page = chromium.open(Reader.USUAL.living("America/New_York"), served.at("/en/"))) {
            assertThat(page.locator(".overall time").innerText().replaceAll("\\p{Zs}", " "))
                    .isEqualTo("Jun 18, 2026, 8:30 PM GMT+2 (2:30 PM)");
            assertThat(page.locator(".end p").innerText()).contains("in brackets", "(GMT-4)");
        }
        try (var page = chromium.open(Reader.USUAL, served.at("/en/"))) {
            assertThat(page.locator(".overall time").innerText()).endsWith("GMT+2");
            assertThat(page.locator(".end p").innerText()).doesNotContain("in brackets");
        }
    }

    @Test
    void the_readers_own_times_move_nothing_that_was_painted_however_late_the_script_comes() {
        served.show(Exhibit.OUTAGE.model());
        var phone = Reader.USUAL.living("Asia/Tokyo").wide(390);

        try (var page = chromium.open(phone, served.at("/history.atom"))) {
            page.route("**/live.*.js", route -> {
                page.waitForTimeout(HELD);
                route.resume();
            });
            page.navigate(served.at("/en/").toString());

            assertThat(page.locator(".overall time").innerText().replaceAll("\\p{Zs}", " "))
                    .endsWith("(Fri 3:30 AM)");
            assertThat(((Number) page.evaluate(SHIFTED)).doubleValue()).isLessThanOrEqualTo(MOST_SHIFT);
        }
    }

    @Test
    void news_comes_by_itself_and_takes_neither_the_focus_nor_the_place() {
        served.show(Exhibit.CALM.model());
        var elsewhere = Reader.USUAL.living("America/New_York");

        try (var page = chromium.open(elsewhere, served.at("/en/"))) {
            page.waitForRequest("**/events", () -> page.reload());
            page.locator("summary").last().click();
            page.locator(".services a").last().focus();
            var top = page.evaluate("window.scrollY");
            served.show(Exhibit.OUTAGE.model());
            page.waitForCondition(() -> page.title().contains("major outage"));

            assertThat(page.locator("h1").innerText()).contains("major outage");
            assertThat(page.locator(".story time").first().innerText()).endsWith("PM)");
            assertThat(page.locator("[role=status]").last().textContent())
                    .contains("The page has changed", "major outage");
            assertThat(page.locator("link[rel=icon]").getAttribute("href")).contains("icon-major");
            assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Payments");
            assertThat(page.evaluate("window.scrollY")).isEqualTo(top);
        }
    }

    @Test
    void where_events_are_refused_the_page_asks_by_itself() {
        served.show(Exhibit.CALM.model());

        try (var page = chromium.open(Reader.USUAL, served.at("/history.atom"))) {
            page.route("**/events", route -> route.abort());
            page.clock().install();
            page.navigate(served.at("/en/").toString());
            served.show(Exhibit.OUTAGE.model());
            page.clock().runFor(120_000);
            page.waitForCondition(() -> page.title().contains("major outage"));
        }
    }

    @Test
    void nothing_comes_from_elsewhere_and_nothing_is_complained_of() {
        served.show(Exhibit.CITY.model());

        try (var other = Chromium.start();
                var page = other.open(Reader.USUAL, served.at("/en/"))) {
            page.locator("summary").first().click();

            assertThat(other.asked())
                    .allMatch(address -> address.startsWith(served.at("/").toString()));
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static void isFine(Page page, String name) {
        look(page, 360, ColorScheme.LIGHT, name);
        assertThat(violations(page)).isEmpty();
        look(page, 768, ColorScheme.DARK, name);
        look(page, 1280, ColorScheme.LIGHT, name);
        look(page, 1280, ColorScheme.DARK, name);
        assertThat(violations(page)).isEmpty();
        page.setViewportSize(NARROWEST, 900);
        assertThat(overflow(page)).isEqualTo(0);
    }

    private static void look(Page page, int width, ColorScheme scheme, String name) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var file = "%s-%d-%s.png".formatted(name, width, scheme);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("basedir", "."), "target/screenshots", file))
                .setFullPage(true));
        assertThat(overflow(page)).as(file).isEqualTo(0);
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
}
