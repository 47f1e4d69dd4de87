/** What the networks of Meta's Graph have in common: long-lived tokens, where they are put, and errors by their codes. */
@NullMarked
package dev.backonline.channel.graph;

import org.jspecify.annotations.NullMarked;
