/** Posts to GitHub. */
@NullMarked
package dev.backonline.channel.github;

import org.jspecify.annotations.NullMarked;
