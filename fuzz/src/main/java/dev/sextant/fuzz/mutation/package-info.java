/** Ways to break an input: bytes, text, JSON and lines. Each is a pure function of the input and the random source. */
@NullMarked
package dev.sextant.fuzz.mutation;

import org.jspecify.annotations.NullMarked;
