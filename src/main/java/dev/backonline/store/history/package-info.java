/** How history is packed into bytes, and kept without a database. */
@NullMarked
package dev.backonline.store.history;

import org.jspecify.annotations.NullMarked;
