/** Asks a Prometheus, or what speaks its language, for the value of an expression. */
@NullMarked
package dev.backonline.check.prometheus;

import org.jspecify.annotations.NullMarked;
