/** The weight of a text as twitter-text counts it. */
@NullMarked
package dev.backonline.channel.twittertext;

import org.jspecify.annotations.NullMarked;
