package dev.backonline.bot.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.backonline.page.Chromium;
import dev.backonline.page.Chromium.Reader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has the page open while a service breaks and is mended: the page says so, in their language, without being asked again. */
class LivePageIT {
    @TempDir
    private Path folder;

    private final Breakable services = new Breakable();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>");
        Files.writeString(folder.resolve("backonline.yaml"), """
                page:
                  name: Example
                  url: http://status.example.org
                  languages: [en, it]
                  zone: Europe/Rome
                  logo: logo.svg
                  colours: { light: { accent: "#7a1fa2" } }
                services:
                  chat:
                    name: Chat
                    checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                    fails: 2 of 3
                    recovers: 2 of 2
                publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m] }
                """.formatted(services.at("/chat")));
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void an_open_page_tells_of_an_outage_and_of_its_end() {
        try (var chromium = Chromium.start();
                var program = Program.start(folder, Program.QUICK).ready()) {
            var english = chromium.open(Reader.USUAL, program.page("/en/"));
            var italian = chromium.open(Reader.USUAL.wide(360), program.page("/it/"));
            says(english, "Everything is working");
            says(italian, "Funziona tutto");

            services.breakDown("/chat");
            says(english, "outage of Chat");
            says(italian, "disservizio: Chat");
            services.mend("/chat");
            says(english, "Everything is working");

            assertThat(english.locator("article.past").first().innerText())
                    .contains("Problems with Chat", "Back online");
            assertThat(english.locator(".brand img").getAttribute("alt")).isEqualTo("Example");
            assertThat(chromium.complaints()).isEmpty();
            assertThat(chromium.asked())
                    .allMatch(address -> address.startsWith(program.page("/").toString()));
            assertThat(List.of(english, italian)).noneMatch(Page::isClosed);
        }
    }

    private static void says(Page page, String headline) {
        page.waitForCondition(() -> page.locator("h1").innerText().contains(headline));
    }
}
