/** Posts by e-mail. */
@NullMarked
package dev.backonline.channel.email;

import org.jspecify.annotations.NullMarked;
