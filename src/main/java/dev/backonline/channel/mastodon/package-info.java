/** Posts to Mastodon and to servers that speak its language. */
@NullMarked
package dev.backonline.channel.mastodon;

import org.jspecify.annotations.NullMarked;
