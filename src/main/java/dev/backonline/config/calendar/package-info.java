/** Reads when work is planned: once, or again and again as RFC 5545 has it. */
@NullMarked
package dev.backonline.config.calendar;

import org.jspecify.annotations.NullMarked;
