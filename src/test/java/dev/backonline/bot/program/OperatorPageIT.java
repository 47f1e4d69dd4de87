package dev.backonline.bot.program;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.backonline.channel.ScriptedServer;
import dev.backonline.channel.ScriptedServer.Received;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.ScriptedServer.Reset;
import dev.backonline.page.Chromium;
import dev.backonline.page.Chromium.Reader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operators' page of the packaged program in a real browser. Pictures of it are left in {@code target/screenshots}. */
class OperatorPageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final double PATIENCE_MILLIS = 60_000;
    private static final String TOKEN = "made-up-token-of-anna";
    /** A name that would be harm wherever it became a page. */
    private static final String NAME = "<img src=x onerror=alert(1)>";

    private static Chromium chromium;
    private static String axe;

    @TempDir
    private Path folder;

    private final AtomicLong posts = new AtomicLong(100);
    private final Breakable services = new Breakable();
    private final ScriptedServer players = new ScriptedServer(this::obliging);

    @BeforeAll
    static void start() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        chromium = Chromium.start();
        try (var in = Objects.requireNonNull(OperatorPageIT.class.getResourceAsStream("/axe.min.js"))) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void end() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void close() {
        services.close();
        players.close();
    }

    private Reply obliging(Received request) {
        var made = "{\"id\":\"%d\",\"channel_id\":\"8\"}".formatted(posts.incrementAndGet());
        return Reply.of(200, request.method().equals("POST") ? made : "{\"name\":\"players\"}");
    }

    private Program started(String approve) throws IOException {
        var file = """
            page: { name: Example, url: http://status.example.org, languages: [en, it] }
            services:
              chat:
                name: '%s'
                checks: [ { type: http, url: "%s", every: 500ms, timeout: 500ms } ]
                fails: 2 of 3
                recovers: 2 of 2
            publish: { problem-after: 0s, recovered-after: 200ms, still-every: [10m], approve: %s }
            operator: { tokens: { anna: "${env:ANNA_TOKEN}" } }
            channels:
              players:
                type: discord-webhook
                url: "%s/api/webhooks/1/made-up"
                on-unknown: hold
                settle: 1s
              staff: { type: console, audience: internal }
            """.formatted(NAME, services.at("/chat"), approve, players.address());
        Files.writeString(folder.resolve("backonline.yaml"), file);
        var environment = new HashMap<>(Program.QUICK);
        environment.put("ANNA_TOKEN", TOKEN);
        return Program.start(folder, environment).ready();
    }

    private static Page entered(Program bot, String token) {
        var page = chromium.open(Reader.USUAL.wide(360), bot.management("/operator"));
        page.onDialog(dialog -> {
            throw new AssertionError("a text became a program: " + dialog.message());
        });
        page.getByLabel("Operator's token").fill(token);
        page.getByText("Come in").click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.locator("button:visible").filter(new Locator.FilterOptions().setHasText(name));
    }

    /** The bot obeys, and the browser never hears of it. */
    private static void loseNextAnswer(Page page, String path) {
        page.route(
                path,
                route -> {
                    route.fetch();
                    route.abort();
                },
                new Page.RouteOptions().setTimes(1));
    }

    private static void confirm(Page page) {
        page.locator("#sure-yes").click();
    }

    private void awaitPost(int count, String words) {
        await().atMost(PATIENCE).until(() -> players.posted().size() >= count);
        assertThat(players.posted()).hasSize(count);
        assertThat(players.posted().getLast()).contains(words);
    }

    @Test
    void a_draft_is_approved_and_told_and_a_persons_words_after_it() throws Exception {
        services.breakDown("/chat");
        try (var bot = started("always");
                var page = entered(bot, TOKEN)) {
            assertThat(page.locator("#drafts blockquote")).containsText("You may notice problems with " + NAME);
            isFine(page, "draft");
            button(page, "Approve").click();
            assertThat(page.locator("#sure")).containsText("players, en");
            isFine(page, "sure");
            assertThat(players.posted()).isEmpty();
            confirm(page);
            awaitPost(1, "You may notice problems with");
            assertThat(page.locator("#news")).containsText("It is told as soon as it is still so.");
            spokenOnceAlthoughTheAnswerWasLost(page);
            ended(page);
            assertThat(page.locator("img")).hasCount(0);
            assertThat(chromium.complaints()).noneMatch(text -> text.contains("alert"));
        }
    }

    private void spokenOnceAlthoughTheAnswerWasLost(Page page) {
        var open = page.locator("#open");
        open.getByText("Post", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        open.getByLabel("Text in en").first().fill("We have found the cause.");
        button(page, "Post").click();
        assertThat(page.locator("#sure")).containsText("We have found the cause.");
        loseNextAnswer(page, "**/post");
        confirm(page);
        assertThat(open).containsText("It may have been done all the same: press again, and it is done once.");
        button(page, "Post").click();
        assertThat(page.locator("#news")).containsText("Post on incident");
        awaitPost(2, "We have found the cause.");
        open.getByText("Updates (2)").click();
        assertThat(open).containsText("by anna");
        isFine(page, "open");
    }

    private void ended(Page page) {
        page.locator("#open").getByText("Resolve: it is over").click();
        button(page, "Resolve").click();
        assertThat(page.locator("#sure")).containsText("We're back online");
        confirm(page);
        awaitPost(3, "We're back online");
        page.locator("#past summary").first().click();
        assertThat(page.locator("#past")).containsText("We have found the cause.");
        isFine(page, "past");
    }

    @Test
    void a_wrong_token_is_told_so_and_with_the_right_one_it_is_muted_and_what_is_typed_stays() throws Exception {
        try (var bot = started("never");
                var page = entered(bot, "another-made-up-token")) {
            assertThat(page.locator("#trouble"))
                    .hasText("The bot says: the token is missing or wrong; the running bot's"
                            + " is in operator.token in its data folder.");
            assertThat(page.getByLabel("Operator's token")).hasValue("another-made-up-token");
            assertThat(page.locator("#room")).isHidden();
            isFine(page, "door");

            page.getByLabel("Operator's token").fill(TOKEN);
            page.getByText("Come in").click();
            mutedAndUnmuted(bot, page);
            calledOff(bot, page);
            page.getByText("Open one by hand").click();
            page.locator("#begin").getByLabel("Text in it").fill("Un cavo.");
            page.route("**/operator/*", route -> route.abort());
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");

            assertThat(page.locator("#trouble")).containsText("The bot does not answer. What is shown is from ");
            assertThat(page.locator("#begin").getByLabel("Text in it")).hasValue("Un cavo.");
            page.unroute("**/operator/*");
            button(page, "Forget the token").click();
            assertThat(page.getByLabel("Operator's token")).hasValue("");
            assertThat(page.evaluate("sessionStorage.length")).isEqualTo(0);
        }
    }

    private static void calledOff(Program bot, Page page) throws Exception {
        var works =
                "{\"id\":\"works\",\"services\":[\"chat\"],\"title\":{\"en\":\"Works\"},\"duration\":\"1h\",\"quiet\":true}";
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(bot.management("/operator/maintenance"))
                    .header("Authorization", "Bearer " + TOKEN)
                    .POST(HttpRequest.BodyPublishers.ofString(works))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
        page.locator("#works summary").click();
        isFine(page, "works");
        page.locator("#works button").click();
        confirm(page);
        assertThat(page.locator("#no-works")).isVisible();
    }

    private static void mutedAndUnmuted(Program bot, Page page) throws Exception {
        page.getByText("Mute it: nothing automatic becomes public").click();
        page.locator("#mute").getByLabel("Why").fill("a drill");
        button(page, "Mute").click();
        assertThat(page.locator("#mute")).containsText("Muted. Nothing automatic becomes public");
        assertThat(page.locator("#mute")).containsText("a drill");
        assertThat(bot.read(bot.management("/q/metrics"))).contains("backonline_muted 1.0");

        button(page, "Unmute").click();
        confirm(page);

        assertThat(page.locator("#mute")).containsText("Not muted");
        assertThat(page.locator("#audit")).containsText("unmute");
        assertThat(bot.read(bot.management("/q/metrics"))).contains("backonline_muted 0.0");
    }

    @Test
    void a_held_delivery_is_released_once() throws Exception {
        players.script(request -> request.method().equals("POST") ? new Reset() : obliging(request));
        services.breakDown("/chat");
        try (var bot = started("never")) {
            await().atMost(PATIENCE).until(() -> bot.output().contains("state=held"));
            players.script(this::obliging);
            try (var page = entered(bot, TOKEN)) {
                assertThat(page.locator("#deliveries")).containsText("held: doubt");
                assertThat(page.locator("#alarms")).containsText("held");
                assertThat(page.locator("#alarms code")).isVisible();
                isFine(page, "held");

                button(page, "Release").click();
                confirm(page);

                assertThat(page.locator("#no-deliveries")).isVisible();
                awaitPost(2, "You may notice problems with");
                assertThat(page.locator("#audit")).containsText("release delivery");
            }
        }
    }

    /** On a desk by night, and on a phone by day. */
    private static void isFine(Page page, String name) {
        look(page, 1280, ColorScheme.DARK, name);
        assertThat(violations(page)).isEmpty();
        look(page, 360, ColorScheme.LIGHT, name);
        assertThat(violations(page)).isEmpty();
    }

    private static void look(Page page, int width, ColorScheme scheme, String name) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        var file = "operator-%s-%d-%s.png".formatted(name, width, scheme);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("basedir", "."), "target/screenshots", file))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(file)
                .isEqualTo(0);
    }

    private static List<?> violations(Page page) {
        page.evaluate(axe);
        return (List<?>) page.evaluate("""
                async () => (await axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }))
                  .violations.map(one => one.id + ": " + one.nodes.map(node => node.html + " " + node.failureSummary).join("; "))
                """);
    }
}
