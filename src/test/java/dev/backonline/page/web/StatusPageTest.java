package dev.backonline.page.web;

import static dev.backonline.page.Piazza.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.catalog.Catalog;
import dev.backonline.catalog.Service;
import dev.backonline.catalog.ServiceId;
import dev.backonline.catalog.ServiceState;
import dev.backonline.catalog.Translated;
import dev.backonline.house.Golden;
import dev.backonline.incident.IncidentId;
import dev.backonline.page.Piazza;
import dev.backonline.page.Plot;
import dev.backonline.page.PostLink;
import dev.backonline.page.Scene;
import dev.backonline.page.Site;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What readers and programs see, in every situation, held against golden files. */
class StatusPageTest {
    private static final List<String> PATHS = List.of(
            "/it/",
            "/en/",
            "/history.atom",
            "/en/feed.json",
            "/api/v2/summary.json",
            "/api/v2/status.json",
            "/api/v2/components.json",
            "/api/v2/incidents.json",
            "/api/v2/incidents/unresolved.json",
            "/it/incidents/abcdef000001",
            "/en/incidents/abcdef000001");

    private final StatusPage page = new StatusPage();

    @ParameterizedTest
    @MethodSource("dev.backonline.page.Scene#all")
    void every_document_is_as_it_should_be_read(Scene scene) {
        var site = page.render(scene.model(), Site.EMPTY);

        for (var path : PATHS) {
            var document = site.find(path);
            if (document.isPresent()) {
                var name = path.endsWith("/") ? path + "index.html" : path;
                Golden.matches("page/" + scene.name() + name, document.get().text());
            }
        }
    }

    @Test
    void what_comes_from_the_file_is_only_text() {
        var name = "<script>alert('x')</script>\"&";
        var evil =
                new Service(new ServiceId("evil"), Translated.same(name), Optional.empty(), Set.of(), Optional.empty());
        var incident = Plot.of("abcdef000001", EVENING, ServiceState.MAJOR_OUTAGE, evil.id())
                .open();
        var post = new PostLink(name, Locale.ITALIAN, URI.create("https://social.example/?a=%22&b=1"));
        var model = Piazza.model(Catalog.of(List.of(evil)), List.of(incident), Map.of(incident.id(), List.of(post)));

        var site = page.render(model, Site.EMPTY);

        assertThat(site.documents().values())
                .filteredOn(document -> document.isHtml() || document.type().contains("xml"))
                .allSatisfy(document -> assertThat(document.text()).doesNotContain("<script>", "alert('x')"));
        assertThat(site.find("/en/").orElseThrow().text()).contains("&lt;script&gt;alert(&#39;x&#39;)");
    }

    @Test
    void nothing_internal_is_told() {
        var site = page.render(Scene.SEVERAL.model(), Site.EMPTY);

        assertThat(site.documents().values())
                .allSatisfy(document -> assertThat(document.text()).doesNotContain("secret.internal.example"));
    }

    @Test
    void a_document_that_says_the_same_keeps_its_time() {
        var before = page.render(Scene.RESOLVED.model(), Site.EMPTY);
        var later = Scene.SEVERAL.model().withTime(Piazza.NOW.plusSeconds(60));

        var after = page.render(later, before);

        var path = "/en/incidents/abcdef000001";
        assertThat(after.find("/en/").orElseThrow().modified()).isEqualTo(later.at());
        assertThat(after.find("/en/history.atom").orElseThrow().modified()).isEqualTo(later.at());
        assertThat(page.render(Scene.RESOLVED.model().withTime(later.at()), before)
                        .find(path)
                        .orElseThrow())
                .isSameAs(before.find(path).orElseThrow());
    }

    @Test
    void a_page_that_was_kept_says_that_it_is_old() {
        var site = page.render(Scene.OUTAGE.model(), Site.EMPTY);

        var aged = site.aged();

        assertThat(site.find("/en/").orElseThrow().text()).doesNotContain("This page may be behind");
        assertThat(aged.find("/en/").orElseThrow().text()).contains("This page may be behind", "8:30");
        assertThat(aged.find("/it/incidents/abcdef000001").orElseThrow().text())
                .contains("potrebbe non essere aggiornata", "20:30");
        assertThat(aged.find("/api/v2/summary.json")).isEqualTo(site.find("/api/v2/summary.json"));
    }

    @Test
    void services_that_are_no_longer_in_the_file_do_not_break_the_page() {
        var model = Piazza.model(Catalog.of(List.of()), List.of(Scene.over()), Map.of());

        var site = page.render(model, Site.EMPTY);

        assertThat(site.find("/en/incidents/" + new IncidentId("abcdef000001"))).isPresent();
    }
}
