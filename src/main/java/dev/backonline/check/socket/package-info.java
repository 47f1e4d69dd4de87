/** Asks over a bare connection: whether it can be made ({@code tcp}), and whether its certificate is good ({@code tls}). */
@NullMarked
package dev.backonline.check.socket;

import org.jspecify.annotations.NullMarked;
