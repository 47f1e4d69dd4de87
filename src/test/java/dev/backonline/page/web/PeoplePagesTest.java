package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Translated;
import dev.backonline.house.Golden;
import dev.backonline.page.Document;
import dev.backonline.page.Exhibit;
import dev.backonline.page.Piazza;
import dev.backonline.page.Site;
import dev.backonline.page.brand.Branding;
import dev.backonline.page.brand.NamedLink;
import dev.backonline.page.brand.Palette;
import dev.backonline.page.brand.Picture;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that people read: what is on them, where they lead to, and what they weigh. */
class PeoplePagesTest {
    private static final int MOST_BYTES = 60_000;
    private static final Pattern LEADS_TO = Pattern.compile("(?:href|src|data-events)=\"([^\"]*)\"");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1, 2, 3};

    private final StatusPage page = new StatusPage();

    private static Stream<Exhibit> exhibits() {
        return Exhibit.all();
    }

    private static String html(Site site, String path) {
        return site.find(path).map(Document::text).orElseThrow();
    }

    @Test
    void pages_with_a_past_are_as_they_should_be_read() {
        var maintenance = page.render(Exhibit.MAINTENANCE.model(), Site.EMPTY);
        var over = page.render(Exhibit.OVER.model(), Site.EMPTY);

        Golden.matches("page/maintenance/en/index.html", html(maintenance, "/en/"));
        Golden.matches("page/past/it/services/messages", html(over, "/it/services/messages"));
        Golden.matches("page/past/en/history", html(over, "/en/history/2026-06"));
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void every_link_within_the_site_leads_somewhere(Exhibit exhibit) {
        var site = page.render(exhibit.model(), Site.EMPTY);

        var dead = site.documents().entrySet().stream()
                .filter(entry -> entry.getValue().isHtml())
                .flatMap(entry -> LEADS_TO.matcher(entry.getValue().text()).results())
                .map(match -> match.group(1).replaceFirst("#.*", ""))
                .filter(path -> path.startsWith("/") && !path.equals("/events"))
                .filter(path -> site.find(path).isEmpty())
                .distinct();

        assertThat(dead).isEmpty();
    }

    @Test
    void the_first_page_of_fifty_services_weighs_less_than_sixty_kilobytes_with_all_that_it_needs() {
        var model = Exhibit.city(50, 3);
        var site = page.render(Exhibit.with(model, Exhibit.incidents(200)), Site.EMPTY);

        var weight = Stream.concat(
                        Stream.of("/en/"),
                        site.documents().keySet().stream().filter(path -> path.matches("/assets/(style|live)\\..*")))
                .mapToInt(path -> site.find(path).orElseThrow().gzip().length)
                .sum();

        assertThat(weight).isLessThan(MOST_BYTES);
    }

    @Test
    void a_language_that_is_written_from_right_to_left_is_so_on_every_page() {
        var site = page.render(Exhibit.ARAB.model(), Site.EMPTY);

        assertThat(html(site, "/ar/")).contains("<html lang=\"ar\" dir=\"rtl\">", "قبل 90 يومًا");
        assertThat(html(site, "/ar/incidents/abcdef000001")).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(html(site, "/en/")).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void every_page_names_itself_in_each_language() {
        var site = page.render(Exhibit.OVER.model(), Site.EMPTY);

        assertThat(Stream.of("", "incidents/abcdef000001", "services/shop", "history", "history/2026-06"))
                .allSatisfy(path -> assertThat(html(site, "/en/" + path))
                        .contains(
                                "<link rel=\"canonical\" href=\"https://status.piazza.example/en/%s\">".formatted(path),
                                "hreflang=\"it\" href=\"https://status.piazza.example/it/%s\">".formatted(path),
                                "hreflang=\"x-default\" href=\"https://status.piazza.example/%s\">".formatted(path),
                                "<meta property=\"og:title\""));
    }

    @Test
    void the_months_are_a_chain_from_the_first_incident_to_now() {
        var model = Exhibit.with(Exhibit.CALM.model(), Exhibit.incidents(60));

        var site = page.render(model, Site.EMPTY);

        assertThat(html(site, "/en/history"))
                .contains("June 2026", "<a rel=\"prev\" href=\"/en/history/2026-05\">May 2026</a>")
                .doesNotContain("rel=\"next\"");
        assertThat(html(site, "/en/history/2026-05"))
                .contains(
                        "<a rel=\"prev\" href=\"/en/history/2026-04\">",
                        "<a rel=\"next\" href=\"/en/history/2026-06\">")
                .contains("Problems with Messages");
        assertThat(html(site, "/en/history/2026-04")).doesNotContain("rel=\"prev\"");
        assertThat(site.find("/en/history/2026-03")).isEmpty();
    }

    @Test
    void an_incident_that_is_over_says_how_bad_it_was_and_how_long_it_lasted() {
        var site = page.render(Exhibit.OVER.model(), Site.EMPTY);

        assertThat(html(site, "/en/incidents/abcdef000001"))
                .contains("<dt>Lasted</dt><dd>39 minutes</dd>")
                .contains("href=\"https://social.example/@piazza/1\"", "href=\"https://sky.example/post/2\"");
    }

    @Test
    void planned_work_says_its_day_and_what_was_called_off_says_so() {
        var html = html(page.render(Exhibit.MAINTENANCE.model(), Site.EMPTY), "/en/");

        assertThat(html)
                .contains("We move the shop to a larger house", "In progress", "Scheduled", "Cancelled")
                .containsPattern("Jun 20, 2026, 10:30\\s?\\p{Zs}?PM");
    }

    @Test
    void a_page_of_somebodys_own_has_their_logo_links_style_and_frame() {
        var branding = new Branding(
                Picture.of(PNG),
                Optional.empty(),
                Palette.USUAL,
                List.of(new NamedLink(Translated.same("Help <us>"), URI.create("https://help.example.org/?a=1&b=2"))),
                List.of(new NamedLink(Translated.same("Mastodon"), URI.create("https://social.example/@piazza"))),
                Optional.of("h1 { color: #123 }"),
                List.of("https://www.piazza.example"));

        var site = page.render(Exhibit.branded(Exhibit.CALM.model(), branding), Site.EMPTY);

        var html = html(site, "/en/");
        assertThat(html)
                .containsPattern("<img src=\"/assets/logo\\.[\\w-]+\\.png\" alt=\"Piazza\">")
                .containsPattern("og:image\" content=\"https://status.piazza.example/assets/logo\\.[\\w-]+\\.png\"")
                .contains("<a href=\"https://help.example.org/?a=1&amp;b=2\">Help &lt;us&gt;</a>")
                .contains("<a href=\"https://social.example/@piazza\" rel=\"me\">Mastodon</a>")
                .containsPattern("(?s)assets/style\\..*assets/own\\.");
        assertThat(site.policy()).endsWith("frame-ancestors https://www.piazza.example");
        assertThat(site.documents().entrySet())
                .filteredOn(entry -> entry.getKey().startsWith("/assets/logo"))
                .singleElement()
                .satisfies(logo -> assertThat(logo.getValue().plain()).isEqualTo(PNG));
    }

    @Test
    void the_same_past_renders_to_the_same_pages() {
        var first = page.render(Exhibit.CITY.model(), Site.EMPTY);

        var second = page.render(Exhibit.CITY.model().withTime(Piazza.NOW.plusSeconds(1)), first);

        assertThat(Map.copyOf(second.documents()).get("/en/services/service-3"))
                .isSameAs(first.documents().get("/en/services/service-3"));
    }
}
