package dev.backonline.page.feed;

import static dev.backonline.page.Piazza.EVENING;
import static dev.backonline.page.Piazza.MESSAGES;
import static dev.backonline.page.Piazza.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.backonline.catalog.ServiceState;
import dev.backonline.house.Golden;
import dev.backonline.incident.Incident;
import dev.backonline.page.Document;
import dev.backonline.page.PageModel;
import dev.backonline.page.Piazza;
import dev.backonline.page.Plot;
import dev.backonline.page.Scene;
import dev.backonline.page.Sheet;
import dev.backonline.page.Site;
import dev.backonline.page.Works;
import dev.backonline.page.calendar.Calendar;
import dev.backonline.page.html.PageTemplates;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers of feeds make of them, in every format. */
class ReadersTest {
    private static final Path SCHEMA = Path.of("src/test/resources/json-feed-1.1.schema.json");

    private final Feeds feeds = new Feeds(new PageTemplates());

    @ParameterizedTest
    @ValueSource(strings = {"/history.atom", "/history.rss", "/services/messages/history.atom"})
    void a_reader_that_looks_after_each_of_five_updates_shows_one_entry_and_its_end(String path) throws Exception {
        var shown = new LinkedHashMap<String, String>();

        for (var incident : told()) {
            for (var entry :
                    read(feeds.whole(Piazza.with(incident), Site.EMPTY), path).getEntries()) {
                shown.put(entry.getUri(), content(entry));
            }
        }

        assertThat(shown).hasSize(1);
        assertThat(shown.values().iterator().next())
                .startsWith("<p><small><var data-var='date'>18</var> giu")
                .contains("Siamo tornati online")
                .contains("Potresti notare problemi");
    }

    @Test
    void a_json_feed_keeps_its_id_too() throws Exception {
        var shown = new LinkedHashMap<String, String>();

        for (var incident : told()) {
            new ObjectMapper()
                    .readTree(text(feeds.write(Piazza.with(incident)), "/en/feed.json"))
                    .get("items")
                    .forEach(item -> shown.put(
                            item.get("id").asText(), item.get("content_html").asText()));
        }

        assertThat(shown).hasSize(1);
        assertThat(shown.values().iterator().next()).contains("back online", "You may notice problems");
    }

    @ParameterizedTest
    @MethodSource("dev.backonline.page.Scene#all")
    void every_json_feed_is_one_by_the_rules_of_its_specification(Scene scene) throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(
                        Path.of(System.getProperty("basedir", ".")).resolve(SCHEMA)));

        feeds.whole(scene.model(), Site.EMPTY).forEach((path, sheet) -> {
            if (path.endsWith("feed.json")) {
                assertThat(schema.validate(sheet.text(), InputFormat.JSON))
                        .as(path)
                        .isEmpty();
            }
        });
    }

    @Test
    void rss_says_the_same_as_atom() throws Exception {
        var sheets = feeds.whole(Scene.SEVERAL.model(), Site.EMPTY);

        var atom = read(sheets, "/en/history.atom");
        var rss = read(sheets, "/en/history.rss");

        assertThat(rss.getFeedType()).isEqualTo("rss_2.0");
        assertThat(rss.getTitle()).isEqualTo(atom.getTitle());
        assertThat(rss.getEntries())
                .extracting(SyndEntry::getTitle, SyndEntry::getLink, SyndEntry::getPublishedDate)
                .containsExactlyElementsOf(atom.getEntries().stream()
                        .map(one -> tuple(one.getTitle(), one.getLink(), one.getPublishedDate()))
                        .toList());
        assertThat(rss.getEntries())
                .extracting(ReadersTest::content)
                .containsExactlyElementsOf(
                        atom.getEntries().stream().map(ReadersTest::content).toList());
        Golden.matches("page/several/history.rss", text(sheets, "/history.rss"));
    }

    @Test
    void a_services_feed_has_its_own_incidents_only() throws Exception {
        var sheets = feeds.whole(Scene.SEVERAL.model(), Site.EMPTY);

        var photos = read(sheets, "/en/services/photos/history.atom");
        var calls = read(sheets, "/en/services/calls/history.atom");

        assertThat(photos.getTitle()).isEqualTo("Piazza · Photos Status - Incident History");
        assertThat(photos.getUri()).isEqualTo("tag:status.piazza.example,2005:/en/services/photos/history");
        assertThat(photos.getEntries())
                .extracting(SyndEntry::getUri)
                .containsExactly("tag:status.piazza.example,2005:Incident/abcdef000001");
        assertThat(calls.getEntries()).isEmpty();
    }

    @Test
    void a_maintenance_is_one_entry_from_its_announcement_to_its_end() throws Exception {
        var site = Site.EMPTY;
        var shown = new LinkedHashMap<String, String>();

        for (var now : List.of(NOW, Works.COMING.start().plusSeconds(60), Works.COMING.end())) {
            var model = Works.on(Piazza.with(), now, Works.COMING);
            site = shown(model, site);
            for (var entry : read(feeds.write(model, site), "/en/history.atom").getEntries()) {
                assertThat(entry.getPublishedDate()).isEqualTo(NOW);
                shown.put(entry.getUri(), content(entry));
            }
        }

        assertThat(shown).hasSize(1);
        assertThat(shown.values().iterator().next())
                .startsWith("<p><strong>THIS IS A SCHEDULED EVENT Jun <var data-var='date'>20</var>")
                .contains("<strong>Completed</strong> - Payments, and the shop with them, may stop");
    }

    /** As the site remembers it. */
    private static Site shown(PageModel model, Site present) {
        var documents = new HashMap<String, Document>();
        new Calendar()
                .write(model, present)
                .forEach((path, sheet) -> documents.put(path, present.document(path, sheet, model.at())));
        return new Site(List.of("it", "en"), model.at(), documents, Map.of(), Site.EMPTY.policy());
    }

    private static List<Incident> told() {
        return List.of(
                plot().open(),
                plot().still(21).open(),
                plot().still(21).still(41).open(),
                plot().still(21).still(41).recovering(49).watched(),
                plot().still(21).still(41).recovering(49).over(50));
    }

    private static Plot plot() {
        return Plot.of("abcdef000001", EVENING, ServiceState.MAJOR_OUTAGE, MESSAGES);
    }

    private static SyndFeed read(Map<String, Sheet> sheets, String path) throws Exception {
        return new SyndFeedInput().build(new StringReader(text(sheets, path)));
    }

    private static String text(Map<String, Sheet> sheets, String path) {
        return Objects.requireNonNull(sheets.get(path), path).text();
    }

    private static String content(SyndEntry entry) {
        return entry.getContents().isEmpty()
                ? entry.getDescription().getValue()
                : entry.getContents().getFirst().getValue();
    }
}
