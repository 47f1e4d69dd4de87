/** Posts through webhooks of Discord. */
@NullMarked
package dev.backonline.channel.discordwebhook;

import org.jspecify.annotations.NullMarked;
