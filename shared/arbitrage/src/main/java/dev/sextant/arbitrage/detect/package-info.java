/** Opportunities: cycles that earn something now, from the first sight of them to their end. */
@NullMarked
package dev.sextant.arbitrage.detect;

import org.jspecify.annotations.NullMarked;
