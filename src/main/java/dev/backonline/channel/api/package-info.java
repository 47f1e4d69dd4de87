/** What networks are built of: how they are asked, and how their answers, errors and lists are read. */
@NullMarked
package dev.backonline.channel.api;

import org.jspecify.annotations.NullMarked;
