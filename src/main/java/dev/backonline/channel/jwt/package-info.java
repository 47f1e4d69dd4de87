/** What a JSON Web Token (RFC 7519) tells whoever holds it. */
@NullMarked
package dev.backonline.channel.jwt;

import org.jspecify.annotations.NullMarked;
