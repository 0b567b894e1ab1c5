/** Tests of this package. */
@NullMarked
package dev.sextant.arbitrage.price;

import org.jspecify.annotations.NullMarked;
