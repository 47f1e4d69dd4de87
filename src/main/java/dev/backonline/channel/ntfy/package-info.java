/** Posts to ntfy. */
@NullMarked
package dev.backonline.channel.ntfy;

import org.jspecify.annotations.NullMarked;
