/** Tests of this package. */
@NullMarked
package dev.sextant.arbitrage.follow;

import org.jspecify.annotations.NullMarked;
