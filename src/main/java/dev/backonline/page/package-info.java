/** Shows incidents and history: HTML, JSON, feeds. Reads only. */
@NullMarked
package dev.backonline.page;

import org.jspecify.annotations.NullMarked;
