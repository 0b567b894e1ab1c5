/** Tests of strategy files. */
@NullMarked
package dev.sextant.signals.strategy;

import org.jspecify.annotations.NullMarked;
