/** The operators' page: what a browser needs to command by {@code operator.command}'s JSON, and nothing that is worth hiding. */
@NullMarked
package dev.backonline.operator.web;

import org.jspecify.annotations.NullMarked;
