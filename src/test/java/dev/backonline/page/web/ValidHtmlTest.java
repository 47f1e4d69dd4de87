package dev.backonline.page.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backonline.page.Document;
import dev.backonline.page.Exhibit;
import dev.backonline.page.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** Every kind of page is valid HTML, says the W3C's checker. */
class ValidHtmlTest {
    static Stream<Exhibit> exhibits() {
        return Exhibit.all();
    }

    @ParameterizedTest
    @MethodSource("exhibits")
    void every_page_is_valid(Exhibit exhibit) {
        var site = new StatusPage().render(exhibit.model(), Site.EMPTY);
        var language = exhibit.model().identity().language().toLanguageTag();
        var service = exhibit.model().catalog().services().keySet().iterator().next();

        assertThat(Stream.of("", "history", "services/" + service, "incidents/abcdef000001"))
                .allSatisfy(path -> assertThat(
                                site.find("/%s/%s".formatted(language, path)).map(ValidHtmlTest::complaints))
                        .as(path)
                        .satisfiesAnyOf(
                                complaints -> assertThat(complaints).hasValue(""),
                                complaints -> assertThat(complaints).isEmpty()));
    }

    private static String complaints(Document document) {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        try {
            return validator
                    .validate(new ByteArrayInputStream(document.plain()))
                    .strip();
        } catch (IOException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
