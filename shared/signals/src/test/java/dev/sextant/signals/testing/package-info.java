/** Files, captures and generated trades for this module's tests. */
@NullMarked
package dev.sextant.signals.testing;

import org.jspecify.annotations.NullMarked;
