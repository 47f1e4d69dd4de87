/** Judges a service from its newest observations. */
@NullMarked
package dev.backonline.verdict;

import org.jspecify.annotations.NullMarked;
