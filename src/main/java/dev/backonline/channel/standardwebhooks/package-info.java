/** Signatures of Standard Webhooks 1.0. */
@NullMarked
package dev.backonline.channel.standardwebhooks;

import org.jspecify.annotations.NullMarked;
