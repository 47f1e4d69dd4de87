/** Posts to Matrix. */
@NullMarked
package dev.backonline.channel.matrix;

import org.jspecify.annotations.NullMarked;
