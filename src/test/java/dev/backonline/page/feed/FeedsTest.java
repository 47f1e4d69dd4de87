package dev.backonline.page.feed;

import static dev.backonline.page.Piazza.EVENING;
import static dev.backonline.page.Piazza.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import dev.backonline.catalog.ServiceState;
import dev.backonline.incident.Incident;
import dev.backonline.page.PageModel;
import dev.backonline.page.Piazza;
import dev.backonline.page.Plot;
import dev.backonline.page.Scene;
import dev.backonline.page.html.PageTemplates;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The feeds, read by a library that readers are made of. */
class FeedsTest {
    private final Feeds feeds = new Feeds(new PageTemplates());

    @Test
    void five_updates_are_one_entry_that_moves() throws FeedException {
        var told = List.of(
                plot().open(),
                plot().still(21).open(),
                plot().still(21).still(41).open(),
                fifth());

        var entries = told.stream()
                .map(incident -> read(Piazza.with(incident)).getEntries())
                .toList();

        assertThat(entries).allSatisfy(one -> assertThat(one).hasSize(1));
        assertThat(entries)
                .extracting(one -> one.getFirst().getUri())
                .containsOnly("tag:status.piazza.example,2005:Incident/abcdef000001");
        assertThat(entries).extracting(one -> one.getFirst().getTitle()).containsOnly("Problemi con Messaggi");
        assertThat(entries)
                .extracting(one -> one.getFirst().getUpdatedDate())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(entries.getLast().getFirst().getContents().getFirst().getValue())
                .contains("<strong>Risolto</strong> - Siamo tornati online")
                .contains("18 giu".replace("18", "<var data-var='date'>18</var>"))
                .matches("(?s).*Siamo tornati.*Potresti notare.*");
    }

    @Test
    void the_feed_is_as_old_as_its_newest_entry() {
        var feed = read(Scene.SEVERAL.model().withTime(Piazza.NOW.plusSeconds(3600)));

        assertThat(feed.getEntries().getFirst().getUpdatedDate()).isEqualTo(feed.getPublishedDate());
        assertThat(feed.getEntries())
                .extracting(entry -> entry.getPublishedDate().toInstant())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(feed.getEntries().getFirst().getLink())
                .isEqualTo("https://status.piazza.example/incidents/abcdef000002");
    }

    @Test
    void each_language_has_its_own() {
        var sheets = feeds.write(Scene.SEVERAL.model());

        assertThat(sheets.keySet())
                .contains("/history.atom", "/it/history.atom", "/en/history.atom", "/feed.json", "/en/feed.json");
        assertThat(Piazza.written(feeds, Scene.SEVERAL.model(), "/en/history.atom"))
                .contains("<id>tag:status.piazza.example,2005:/en/history</id>", "Piazza Status - Incident History")
                .contains("Jun &lt;var data-var=&#39;date&#39;&gt;18");
    }

    private SyndFeed read(PageModel model) {
        try {
            return new SyndFeedInput().build(new StringReader(Piazza.written(feeds, model, "/history.atom")));
        } catch (FeedException broken) {
            throw new AssertionError(broken);
        }
    }

    private static Plot plot() {
        return Plot.of("abcdef000001", EVENING, ServiceState.MAJOR_OUTAGE, MESSAGES);
    }

    private static Incident fifth() {
        return plot().still(21).still(41).recovering(49).over(50);
    }
}
