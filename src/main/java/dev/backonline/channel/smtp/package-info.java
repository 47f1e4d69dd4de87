/** The submission of a letter by SMTP (RFC 5321), with STARTTLS (RFC 3207) and AUTH (RFC 4954). */
@NullMarked
package dev.backonline.channel.smtp;

import org.jspecify.annotations.NullMarked;
