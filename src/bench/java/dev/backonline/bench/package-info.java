/** Measures what docs/BENCHMARKS.md promises; no part of the program, and of no test. */
@NullMarked
package dev.backonline.bench;

import org.jspecify.annotations.NullMarked;
