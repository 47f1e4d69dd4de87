/** Reads {@code backonline.yaml}, and reports every mistake in it at once. */
@NullMarked
package dev.backonline.config;

import org.jspecify.annotations.NullMarked;
