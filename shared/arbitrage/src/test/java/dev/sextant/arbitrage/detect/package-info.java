/** Tests of this package. */
@NullMarked
package dev.sextant.arbitrage.detect;

import org.jspecify.annotations.NullMarked;
