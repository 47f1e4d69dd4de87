/** The command line: each command runs before Quarkus starts, and all but {@code serve} open no port, database or lock. */
@NullMarked
package dev.backonline.bot.command;

import org.jspecify.annotations.NullMarked;
