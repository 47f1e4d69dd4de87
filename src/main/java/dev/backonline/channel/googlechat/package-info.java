/** Posts to Google Chat. */
@NullMarked
package dev.backonline.channel.googlechat;

import org.jspecify.annotations.NullMarked;
