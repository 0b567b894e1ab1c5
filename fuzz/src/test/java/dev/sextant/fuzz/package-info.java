/** The short form of the fuzzing, and tests of the fuzzer itself. */
@NullMarked
package dev.sextant.fuzz;

import org.jspecify.annotations.NullMarked;
