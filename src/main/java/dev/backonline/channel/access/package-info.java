/** How the doors of networks are opened: with tokens that are renewed before they end, and how a request comes through. */
@NullMarked
package dev.backonline.channel.access;

import org.jspecify.annotations.NullMarked;
