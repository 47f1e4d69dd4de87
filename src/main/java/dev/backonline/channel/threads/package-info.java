/** Posts to Threads. */
@NullMarked
package dev.backonline.channel.threads;

import org.jspecify.annotations.NullMarked;
