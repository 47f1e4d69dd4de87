/** Tells programs what is served here and what it looks like. */
@NullMarked
package dev.backonline.page.contract;

import org.jspecify.annotations.NullMarked;
