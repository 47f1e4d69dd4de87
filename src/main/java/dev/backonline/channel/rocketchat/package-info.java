/** Posts to Rocket.Chat. */
@NullMarked
package dev.backonline.channel.rocketchat;

import org.jspecify.annotations.NullMarked;
