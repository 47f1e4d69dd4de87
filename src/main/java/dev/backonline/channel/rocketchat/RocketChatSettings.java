package dev.backonline.channel.rocketchat;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code rocket-chat} channel. */
public record RocketChatSettings(
        @Setting(value = "The server.", example = "https://rocket.example")
        URI server,

        @Setting(value = "The id of the bot's account, shown with its token.", example = "aobEdbYhXfu5hkeqG")
        String userId,

        @Setting(value = "A personal access token of the bot's account.", example = "${env:ROCKET_TOKEN}")
        Secret token,

        @Setting(value = "The id of the room. The bot has to be a member of it.", example = "GENERAL")
        String room,

        @Setting(
                value = "How many characters a message may have there: the server's setting Message_MaxAllowedSize.",
                fallback = "5000")
        int limit) {}
