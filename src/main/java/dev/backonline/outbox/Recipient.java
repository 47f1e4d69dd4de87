package dev.backonline.outbox;

import java.util.Locale;

/** A channel and a language: what one delivery goes to. One thread per incident and recipient. */
public record Recipient(ChannelId channel, Locale language) {
    @Override
    public String toString() {
        return channel + "/" + language.toLanguageTag();
    }
}
