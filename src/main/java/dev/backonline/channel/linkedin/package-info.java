/** Posts to LinkedIn. */
@NullMarked
package dev.backonline.channel.linkedin;

import org.jspecify.annotations.NullMarked;
