/** The documents that programs read: feeds, and the API that status pages commonly have. */
@NullMarked
package dev.backonline.page.feed;

import org.jspecify.annotations.NullMarked;
