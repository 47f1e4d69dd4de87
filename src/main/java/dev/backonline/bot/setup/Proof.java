package dev.backonline.bot.setup;

import dev.backonline.message.Limit;
import dev.backonline.message.Saying;
import dev.backonline.outbox.ChannelId;
import java.util.Locale;

/** One message as it would go to one channel at its longest, and whether the network takes it. {@code type} says too if it is kept up to date. */
public record Proof(ChannelId channel, String type, Locale language, Saying saying, String text, Limit limit) {
    public int length() {
        return limit.measure().of(text);
    }

    public boolean fits() {
        return limit.admits(text);
    }

    /** What is wrong with it, going on from the channel's name. */
    public String complaint() {
        return "has no wording of '%s' in '%s' that fits: the shortest has %d %s, at most %d are taken; shorten %s or the names"
                .formatted(
                        saying.key(),
                        language.toLanguageTag(),
                        length(),
                        limit.unit(),
                        limit.most(),
                        "messages.%s.%s.short".formatted(language.toLanguageTag(), saying.key()));
    }
}
