/** Posts to Nostr. */
@NullMarked
package dev.backonline.channel.nostr;

import org.jspecify.annotations.NullMarked;
