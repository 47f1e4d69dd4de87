/** Who is let in to command: named people, and whoever can read the data folder; known by digests of their tokens only. */
@NullMarked
package dev.backonline.operator.door;

import org.jspecify.annotations.NullMarked;
