/** The state as a small picture to put elsewhere. */
@NullMarked
package dev.backonline.page.badge;

import org.jspecify.annotations.NullMarked;
