package dev.backonline.channel.console;

import dev.backonline.catalog.Setting;
import java.util.Optional;

/** What the file says of a {@code console} channel. */
public record ConsoleSettings(
        @Setting(value = "Who posts. Without it, the name of the page.", example = "WhatsApp")
        Optional<String> account,

        @Setting(
                value =
                        "How long a post may be, in characters as people count them: set it to the limit of the network that you have in mind.",
                fallback = "500")
        int maxCharacters) {}
