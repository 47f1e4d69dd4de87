/** Posts to X. */
@NullMarked
package dev.backonline.channel.x;

import org.jspecify.annotations.NullMarked;
