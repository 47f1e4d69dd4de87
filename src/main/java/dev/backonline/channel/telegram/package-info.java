/** Posts to Telegram. */
@NullMarked
package dev.backonline.channel.telegram;

import org.jspecify.annotations.NullMarked;
