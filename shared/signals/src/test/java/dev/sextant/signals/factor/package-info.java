/** Tests of factors and readings. */
@NullMarked
package dev.sextant.signals.factor;

import org.jspecify.annotations.NullMarked;
