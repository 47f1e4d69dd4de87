/** The pages that people read. */
@NullMarked
package dev.backonline.page.html;

import org.jspecify.annotations.NullMarked;
