/** Tests of the scorer. */
@NullMarked
package dev.sextant.signals.score;

import org.jspecify.annotations.NullMarked;
