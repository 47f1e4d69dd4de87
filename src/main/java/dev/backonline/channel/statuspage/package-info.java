/** Updates as Statuspage notifies its subscribers of them. */
@NullMarked
package dev.backonline.channel.statuspage;

import org.jspecify.annotations.NullMarked;
