/** Decides who must be told, and remembers it until they were. */
@NullMarked
package dev.backonline.outbox;

import org.jspecify.annotations.NullMarked;
