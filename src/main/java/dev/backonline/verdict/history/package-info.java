/** Remembers how services were: their states, and how fast they answered. */
@NullMarked
package dev.backonline.verdict.history;

import org.jspecify.annotations.NullMarked;
