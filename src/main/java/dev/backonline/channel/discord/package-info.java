/** Posts to Discord. */
@NullMarked
package dev.backonline.channel.discord;

import org.jspecify.annotations.NullMarked;
