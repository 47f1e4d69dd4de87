/** Carries one delivery to one network and reports how it went. */
@NullMarked
package dev.backonline.channel;

import org.jspecify.annotations.NullMarked;
