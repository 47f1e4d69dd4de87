/** Posts to Zulip. */
@NullMarked
package dev.backonline.channel.zulip;

import org.jspecify.annotations.NullMarked;
