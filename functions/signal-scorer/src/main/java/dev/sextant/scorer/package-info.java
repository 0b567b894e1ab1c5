/**
 * The signal-scorer function: each closed bucket is stored once, scored by every strategy, and turned into signals that
 * come from the stored row alone.
 */
@NullMarked
package dev.sextant.scorer;

import org.jspecify.annotations.NullMarked;
