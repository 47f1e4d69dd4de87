/** Posts to Bluesky and to other servers of the AT Protocol. */
@NullMarked
package dev.backonline.channel.bluesky;

import org.jspecify.annotations.NullMarked;
