/** How the page looks and what surrounds it, where the file says more than its words. */
@NullMarked
package dev.backonline.page.brand;

import org.jspecify.annotations.NullMarked;
