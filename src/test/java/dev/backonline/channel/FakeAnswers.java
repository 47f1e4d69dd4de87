package dev.backonline.channel;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.backonline.channel.ScriptedServer.Reply;
import dev.backonline.channel.discord.FakeDiscord;
import dev.backonline.channel.github.FakeGitHub;
import dev.backonline.channel.mastodon.FakeMastodon;
import dev.backonline.channel.mattermost.FakeMattermost;
import dev.backonline.channel.rocketchat.FakeRocketChat;
import dev.backonline.channel.slack.FakeSlack;
import dev.backonline.channel.x.FakeX;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;

/** What our fakes of the networks answer when they are asked as the golden requests ask, and what each network's contract takes for a yes. */
final class FakeAnswers {
    /** The types of a network's yes to a new post, its yes to an edit, and its no to an edit of what is gone. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            entry("discord", List.of("DiscordMessage", "DiscordMessage", "DiscordNo")),
            entry("discord-webhook", List.of("DiscordMessage", "DiscordMessage", "DiscordNo")),
            entry("github", List.of("GitHubIssueMade")),
            entry("google-chat", List.of("GoogleChatMade")),
            entry("mastodon", List.of("MastodonMade")),
            entry("matrix", List.of("MatrixSent", "MatrixSent")),
            entry("mattermost", List.of("MattermostMade", "MattermostMade", "MattermostNo")),
            entry("rocket-chat", List.of("RocketChatMade")),
            entry("slack", List.of("SlackMade", "SlackEdited", "SlackEdited")),
            entry("telegram", List.of("TelegramSent", "TelegramEdited", "TelegramNo")),
            entry("x", List.of("XMade")));

    /** One answer of a type. */
    record Given(String type, JsonNode body) {}

    private FakeAnswers() {}

    static Stream<Given> all() {
        return Stream.of(contracts(), discord(), gitHub(), mastodon(), mattermost(), rocketChat(), slack(), x())
                .flatMap(answers -> answers);
    }

    private static Stream<Given> contracts() {
        return ReflectionSupport.findAllClassesInPackage("dev.backonline.channel", FakeAnswers::isContract, _ -> true)
                .stream()
                .map(contract -> (NetworkContract) ReflectionSupport.newInstance(contract))
                .flatMap(FakeAnswers::said);
    }

    private static boolean isContract(Class<?> type) {
        return NetworkContract.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers());
    }

    private static Stream<Given> said(NetworkContract contract) {
        contract.stopServer();
        var types = TYPES.getOrDefault(contract.type(), List.of());
        return IntStream.range(0, types.size())
                .mapToObj(number -> new Given(types.get(number), said(contract, number)));
    }

    private static JsonNode said(NetworkContract contract, int number) {
        var reply = number == 0 ? contract.yes() : edited((EditContract) contract, number == 1);
        return GoldenRequest.parsed(reply.body());
    }

    private static Reply edited(EditContract contract, boolean there) {
        return there ? contract.edited() : contract.gone().orElseThrow();
    }

    private static Stream<Given> discord() {
        try (var fake = new FakeDiscord(() -> Posts.AT)) {
            var visit = new Visit("discord", fake.address());
            return Stream.of(
                    visit.post("DiscordMessage"),
                    visit.see("DiscordMessages", visit.first.target() + "?after=0&limit=100"),
                    visit.see("DiscordSelf", "/api/v10/users/@me"),
                    visit.see("DiscordNo", "/nowhere"));
        }
    }

    private static Stream<Given> gitHub() {
        try (var fake = new FakeGitHub(() -> Posts.AT)) {
            var visit = new Visit("github", fake.address());
            return Stream.of(
                    visit.post("GitHubIssueMade"),
                    visit.see("GitHubIssues", visit.first.target() + "?since=" + Posts.AT));
        }
    }

    private static Stream<Given> mastodon() {
        try (var fake = new FakeMastodon(() -> Posts.AT)) {
            var visit = new Visit("mastodon", fake.address());
            return Stream.of(
                    visit.post("MastodonMade"),
                    visit.see("MastodonTimeline", "/api/v1/accounts/1/statuses?limit=40"),
                    visit.see("MastodonSelf", "/api/v1/accounts/verify_credentials"));
        }
    }

    private static Stream<Given> mattermost() {
        try (var fake = new FakeMattermost()) {
            var visit = new Visit("mattermost", fake.address());
            return Stream.of(
                    visit.post("MattermostMade"),
                    visit.see(
                            "MattermostPosts", "/api/v4/channels/4xp9fdt77pncbef59f4k1qe83o/posts?since=1795377840000"),
                    visit.see("MattermostSelf", "/api/v4/users/me"));
        }
    }

    private static Stream<Given> rocketChat() {
        try (var fake = new FakeRocketChat()) {
            var visit = new Visit("rocket-chat", fake.address());
            var made = visit.post("RocketChatMade");
            var id = made.body().at("/message/_id").asText();
            return Stream.of(made, visit.see("RocketChatMade", "/api/v1/chat.getMessage?msgId=" + id));
        }
    }

    private static Stream<Given> slack() {
        try (var fake = new FakeSlack(() -> Posts.AT)) {
            var visit = new Visit("slack", fake.address());
            var made = visit.post("SlackMade");
            var room = "?channel=C0123456789&ts=" + made.body().path("ts").asText();
            return Stream.of(
                    made,
                    visit.see("SlackHistory", "/api/conversations.history" + room),
                    visit.see("SlackReplies", "/api/conversations.replies" + room),
                    visit.see("SlackSelf", "/api/auth.test"));
        }
    }

    private static Stream<Given> x() {
        try (var fake = new FakeX(() -> Posts.AT)) {
            var visit = new Visit("x", fake.address());
            return Stream.of(
                    visit.post("XMade"),
                    visit.see("XPosts", "/2/users/7/tweets?max_results=100"),
                    visit.see("XSelf", "/2/users/me"));
        }
    }

    /** Asks one fake as the golden request of a new problem does. */
    private record Visit(GoldenRequest first, URI server) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        Visit(String network, URI server) {
            this(
                    GoldenRequest.of(network).stream()
                            .filter(request -> request.file().endsWith("/problem.en.txt"))
                            .findFirst()
                            .orElseThrow(),
                    server);
        }

        Given post(String type) {
            var body = BodyPublishers.ofString(first.body().toString());
            return new Given(type, answer(to(first.target()).POST(body).build()));
        }

        Given see(String type, String target) {
            return new Given(type, answer(to(target).build()));
        }

        private HttpRequest.Builder to(String target) {
            var request = HttpRequest.newBuilder(server.resolve(target));
            first.headers().forEach((name, value) -> request.header(name, value.replaceAll("[^ -~]", "")));
            return request;
        }

        private static JsonNode answer(HttpRequest request) {
            try {
                return GoldenRequest.parsed(
                        CLIENT.send(request, BodyHandlers.ofString()).body());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}
