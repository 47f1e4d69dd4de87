/** Renders the whole site at each change, keeps it on disk, and serves its bytes. */
@NullMarked
package dev.backonline.page.web;

import org.jspecify.annotations.NullMarked;
