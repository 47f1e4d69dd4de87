/** Takes the deliveries of each channel to their end: once, in order, or visibly not. */
@NullMarked
package dev.backonline.channel.courier;

import org.jspecify.annotations.NullMarked;
