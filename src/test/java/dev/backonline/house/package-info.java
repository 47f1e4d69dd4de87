/** The rules of the house, each held by a test. */
@NullMarked
package dev.backonline.house;

import org.jspecify.annotations.NullMarked;
