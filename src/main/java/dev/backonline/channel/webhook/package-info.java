/** Carries everything about an incident to a program of somebody else's, signed. */
@NullMarked
package dev.backonline.channel.webhook;

import org.jspecify.annotations.NullMarked;
