/** Of the AT Protocol (atproto.com/specs): timestamp identifiers. */
@NullMarked
package dev.backonline.channel.atproto;

import org.jspecify.annotations.NullMarked;
