/** Measurements of the desk and of its parts. Each is a program of its own; none is a test. */
@NullMarked
package dev.sextant.bench;

import org.jspecify.annotations.NullMarked;
