/**
 * Factors: each turns a row of indicators, or readings known by then, into two numbers from 0 to 1, how much it speaks for
 * a long and for a short. The formulas are ours and listed in the module's README.
 */
@NullMarked
package dev.sextant.signals.factor;

import org.jspecify.annotations.NullMarked;
