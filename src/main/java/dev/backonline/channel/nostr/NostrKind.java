package dev.backonline.channel.nostr;

import com.google.auto.service.AutoService;
import dev.backonline.channel.Capabilities;
import dev.backonline.channel.Capabilities.Pace;
import dev.backonline.channel.Capabilities.Repeat;
import dev.backonline.channel.Channel;
import dev.backonline.channel.ChannelKind;
import dev.backonline.channel.Outfit;
import dev.backonline.channel.bip340.Schnorr;
import dev.backonline.message.Limit;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** {@code type: nostr}: one account on Nostr, by any number of relays. */
@AutoService(ChannelKind.class)
@RegisterForReflection(targets = {NostrKind.class, NostrSettings.class, RelayAddress.class})
@SuppressWarnings("rawtypes") // a class literal has no type arguments
public final class NostrKind implements ChannelKind<NostrSettings> {
    /** Each relay has its own; NIP-11's example takes 8,196 characters. Ours: little enough for all. */
    private static final Limit LIMIT = new Limit(4_000, "characters", text -> {
        var posted = NostrText.neutral(text);
        return posted.codePointCount(0, posted.length());
    });

    /** Ours: a relay that has not answered by then is left to itself. */
    private static final Duration FOR_STEP = Duration.ofSeconds(5);

    /** Connect, say, hear; and some for all of them at once. */
    private static final Duration DEADLINE = FOR_STEP.multipliedBy(4);

    private static final int MOST_RELAYS = 20;

    @Override
    public String type() {
        return "nostr";
    }

    @Override
    public Class<NostrSettings> settings() {
        return NostrSettings.class;
    }

    /** Class A: what a post says and when is its id. */
    @Override
    public Capabilities capabilities(NostrSettings settings) {
        return new Capabilities(new Repeat.Same(), LIMIT, true, false, 1, DEADLINE, Pace.FREE);
    }

    @Override
    public List<String> mistakes(NostrSettings settings) {
        var mistakes = new ArrayList<String>();
        var relays = settings.relays().stream().distinct().count();
        if (relays < 1 || relays > MOST_RELAYS || relays < settings.relays().size()) {
            mistakes.add("relays should have between 1 and %d addresses, each once".formatted(MOST_RELAYS));
        }
        if (!isKey(settings.key().value())) {
            mistakes.add("key should be 64 hexadecimal digits, as 'openssl rand -hex 32' writes them, not '%s'"
                    .formatted(settings.key().value()));
        }
        settings.link()
                .filter(link -> !link.matches("https?://[\\x21-\\x7e&&[^<>\"\\\\^`|]]+"))
                .ifPresent(link ->
                        mistakes.add("link should be like https://nostr.example.org/{id}, not '%s'".formatted(link)));
        return mistakes;
    }

    static boolean isKey(String digits) {
        return digits.matches("[0-9a-fA-F]{64}") && Schnorr.isKey(new BigInteger(digits, 16));
    }

    @Override
    public Channel create(NostrSettings settings, Outfit outfit) {
        return new NostrAccount(settings, new Relays(settings.relays(), FOR_STEP));
    }
}
