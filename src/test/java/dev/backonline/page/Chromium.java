package dev.backonline.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** A real browser for tests, which nobody sees. Without it they are skipped. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    /** Far longer than anything here takes, even on a machine that is busy with other things. */
    private static final int PATIENCE = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** How somebody looks at a page. */
    public record Reader(int width, ColorScheme scheme, boolean scripts, String zone) {
        public static final Reader USUAL = new Reader(1280, ColorScheme.LIGHT, true, "Europe/Rome");

        public Reader wide(int pixels) {
            return new Reader(pixels, scheme, scripts, zone);
        }

        public Reader in(ColorScheme other) {
            return new Reader(width, other, scripts, zone);
        }

        public Reader withoutScripts() {
            return new Reader(width, scheme, false, zone);
        }

        public Reader living(String otherZone) {
            return new Reader(width, scheme, scripts, otherZone);
        }
    }

    public static Chromium start() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM),
                "Chromium is not installed (%s): tests in it are skipped".formatted(PROGRAM));
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(PROGRAM)
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    /** A page that is loaded; what it complains of, and what it asks for, is remembered. */
    public Page open(Reader reader, URI address) {
        var page = context(reader).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(address.toString());
        return page;
    }

    /** What browsers said was wrong, on their consoles. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses that pages asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private BrowserContext context(Reader reader) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(reader.width(), 900)
                .setColorScheme(reader.scheme())
                .setJavaScriptEnabled(reader.scripts())
                .setTimezoneId(reader.zone())
                .setLocale("en-GB"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
