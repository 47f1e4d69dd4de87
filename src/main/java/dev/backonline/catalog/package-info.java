/** What we watch: services, groups, who depends on whom. */
@NullMarked
package dev.backonline.catalog;

import org.jspecify.annotations.NullMarked;
