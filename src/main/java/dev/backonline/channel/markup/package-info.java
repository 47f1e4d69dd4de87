/** Plain text for markup that more than one kind of channel writes. */
@NullMarked
package dev.backonline.channel.markup;

import org.jspecify.annotations.NullMarked;
