package dev.backonline.channel.nostr;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.backonline.channel.Channel;
import dev.backonline.channel.Outcome;
import dev.backonline.channel.Probe;
import dev.backonline.channel.PublicId;
import dev.backonline.channel.api.WebSocketLine.Echo;
import dev.backonline.channel.bip340.Schnorr;
import dev.backonline.outbox.Frozen;
import dev.backonline.outbox.Posted;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes events, signs them, and gives them to all relays at once. A repeat is the same event, so no relay has it twice. */
final class NostrAccount implements Channel {
    /** NIP-01: a short text. */
    private static final int NOTE = 1;

    /** Ours: what a relay is given that asks for patience, or is in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration SETTLES = Duration.ofSeconds(10);

    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f]{64})\"");
    private static final Pattern ROOT = Pattern.compile("\\[\"e\",\"([0-9a-f]{64})\",\"\",\"root\"]");

    private final NostrSettings settings;
    private final Relays relays;
    private final BigInteger secret;
    private final String account;

    NostrAccount(NostrSettings settings, Relays relays) {
        this.settings = settings;
        this.relays = relays;
        this.secret = number(settings.key().value());
        this.account = HexFormat.of().formatHex(Schnorr.publicKey(secret));
    }

    /** A command that reads the file without its secrets has none of this form, and prepares posts all the same. */
    private static BigInteger number(String key) {
        return NostrKind.isKey(key) ? new BigInteger(key, 16) : new BigInteger(1, PublicId.sha256(key.getBytes(UTF_8)));
    }

    /** Signed already, since the signature is a part of what is posted; the key that made it is not. */
    @Override
    public String prepare(Post post) {
        var at = post.at().getEpochSecond();
        var tags = tags(post);
        var content = NostrText.neutral(post.message().text());
        var signed = JsonNodeFactory.instance
                .arrayNode()
                .add(0)
                .add(account)
                .add(at)
                .add(NOTE)
                .add(tags)
                .add(content);
        var id = PublicId.sha256(signed.toString().getBytes(UTF_8));
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", HexFormat.of().formatHex(id))
                .put("pubkey", account)
                .put("created_at", at)
                .put("kind", NOTE)
                .put("content", content)
                .put("sig", HexFormat.of().formatHex(Schnorr.sign(id, secret, new byte[32])))
                .set("tags", tags)
                .toString();
    }

    /** NIP-10 for threads, NIP-32 for the language. */
    private ArrayNode tags(Post post) {
        var tags = JsonNodeFactory.instance.arrayNode();
        post.parent()
                .map(Posted::id)
                .filter(id -> id.matches("[0-9a-f]{64}( [0-9a-f]{64})?"))
                .ifPresent(parent -> {
                    var id = parent.substring(0, 64);
                    var root = parent.substring(parent.length() - 64);
                    tags.addArray().add("e").add(root).add("").add("root");
                    if (!root.equals(id)) {
                        tags.addArray().add("e").add(id).add("").add("reply");
                    }
                    tags.addArray().add("p").add(account);
                });
        tags.addArray().add("L").add("ISO-639-1");
        tags.addArray().add("l").add(post.message().language().getLanguage()).add("ISO-639-1");
        return tags;
    }

    @Override
    public Outcome send(Frozen frozen, Instant now) {
        var id = found(ID, frozen.body()).orElse("");
        var answers = relays.all(
                "[\"EVENT\",%s]".formatted(frozen.body()),
                said -> said.path(0).asText().equals("OK")
                        && said.path(1).asText().equals(id));
        if (answers.stream().anyMatch(answer -> answer instanceof Echo.Replied(var _, var said) && isYes(said))) {
            var link = settings.link().map(form -> URI.create(form.replace("{id}", id)));
            return new Outcome.Delivered(new Posted(
                    found(ROOT, frozen.body()).map(root -> id + " " + root).orElse(id), link));
        }
        var reasons = answers.stream().map(Relays::reason).collect(Collectors.joining("; "));
        return answers.stream().anyMatch(Echo.Silent.class::isInstance)
                ? new Outcome.Unknown(reasons, SETTLES)
                : refused(answers, reasons, now);
    }

    private static Optional<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
    }

    /** NIP-01: a relay that has it already says so, with true or false before it. */
    private static boolean isYes(JsonNode said) {
        return said.path(2).asBoolean() || prefix(said).equals("duplicate");
    }

    private static String prefix(JsonNode said) {
        return said.path(3).asText().replaceFirst("(?s):.*", "").toLowerCase(Locale.ROOT);
    }

    /** Nobody took it: as long as one may take it later, it is tried again. */
    private static Outcome refused(List<Echo> answers, String reasons, Instant now) {
        var prefixes = answers.stream()
                .map(answer -> answer instanceof Echo.Replied(var _, var said) ? prefix(said) : "away")
                .toList();
        if (prefixes.contains("rate-limited") || prefixes.contains("error")) {
            return new Outcome.Throttled(now.plus(PATIENCE), reasons);
        }
        if (prefixes.contains("away")) {
            return new Outcome.NotSent(reasons);
        }
        return prefixes.contains("auth-required") || prefixes.contains("restricted") || prefixes.contains("blocked")
                ? new Outcome.AuthInvalid("no relay lets the account write, name others: " + reasons)
                : new Outcome.Rejected("no relay takes it: " + reasons);
    }

    /** Whether each relay talks to us; whether it would let us write, only writing shows. */
    @Override
    public Probe probe(Instant now) {
        var question = "[\"REQ\",\"backonline\",{\"authors\":[\"%s\"],\"kinds\":[0],\"limit\":1}]".formatted(account);
        var away = relays.all(question, said -> said.path(1).asText().equals("backonline")).stream()
                .filter(answer -> !(answer instanceof Echo.Replied))
                .map(Relays::reason)
                .collect(Collectors.joining("; "));
        return away.isEmpty()
                ? Probe.ready("%s… by %d relays"
                        .formatted(account.substring(0, 16), settings.relays().size()))
                : new Probe.Unreachable(away);
    }
}
