/** OAuth 1.0a as RFC 5849 has it, and of OAuth 2.0 (RFC 6749) the trade of refresh tokens. */
@NullMarked
package dev.backonline.channel.oauth;

import org.jspecify.annotations.NullMarked;
