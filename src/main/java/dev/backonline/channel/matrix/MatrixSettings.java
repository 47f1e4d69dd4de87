package dev.backonline.channel.matrix;

import dev.backonline.catalog.Secret;
import dev.backonline.catalog.Setting;
import java.net.URI;

/** What the file says of a {@code matrix} channel. */
public record MatrixSettings(
        @Setting(value = "The homeserver of the bot's account.", example = "https://matrix.example")
        URI server,

        @Setting(
                value =
                        "The access token of a device of the account that is used for nothing else: repeats are recognised per device.",
                example = "${env:MATRIX_TOKEN}")
        Secret token,

        @Setting(
                value =
                        "The id of the room, which begins with !, in quotes. The account has to be in it; it must not be encrypted.",
                example = "\"!AbCdEf:matrix.example\"")
        String room) {}
